/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

/**
 * What the command line asks for.
 *
 * @param real the org and the database that the environment names, instead of the simulated one and a temporary one
 * @param samples fill the org with sample users; what a simulated run does anyway
 */
record Arguments(boolean real, boolean samples, boolean help) {
    static final String USAGE = """
            Keeps the table okta_user in step with the users of an Okta org.

              (nothing)    a simulated org with sample users and a temporary database; ends with a summary
              --samples    the same, said aloud
              --real       the org of OKTA_CLIENT_ORGURL and the database of DATABASE_URL; runs until it is stopped
              --help       this text
            """;

    /** @throws UsageException if it asks for something that there is not, or that does not go together */
    static Arguments parse(String... args) {
        boolean real = false;
        boolean samples = false;
        boolean help = false;
        for (String arg : args) {
            switch (arg) {
                case "--real" -> real = true;
                case "--samples" -> samples = true;
                case "--help" -> help = true;
                default ->
                    throw new UsageException(
                            "There is no argument '" + arg + "': the arguments are --real, --samples and --help.");
            }
        }
        if (real && samples) {
            throw new UsageException("--samples does not go with --real: sample users are for the simulated org only.");
        }
        return new Arguments(real, samples, help);
    }
}
