/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

/**
 * What the command line asks for.
 *
 * @param real the directory and the org that the environment names, instead of the embedded ones
 * @param apply carry out the plan of a real run; a simulated run does it anyway
 * @param samples fill the directory with sample people; what a simulated run does anyway
 */
record Arguments(boolean real, boolean apply, boolean samples, boolean help) {
    static final String USAGE = """
            Brings the people of an LDAP directory to Okta.

              (nothing)       an embedded directory of 2,000 sample people and a simulated org; ends with a table
              --samples       the same, said aloud
              --real          the directory of LDAP_URL and the org of OKTA_CLIENT_ORGURL: prints the plan, writes nothing
              --real --apply  prints the plan, and carries it out
              --help          this text
            """;

    /** @throws UsageException if it asks for something that there is not, or that does not go together */
    static Arguments parse(String... args) {
        boolean real = false;
        boolean apply = false;
        boolean samples = false;
        boolean help = false;
        for (String arg : args) {
            switch (arg) {
                case "--real" -> real = true;
                case "--apply" -> apply = true;
                case "--samples" -> samples = true;
                case "--help" -> help = true;
                default ->
                    throw new UsageException("There is no argument '" + arg
                            + "': the arguments are --real, --apply, --samples and --help.");
            }
        }
        if (real && samples) {
            throw new UsageException(
                    "--samples does not go with --real: sample people are for the simulated org only.");
        }
        if (apply && !real) {
            throw new UsageException("--apply goes with --real only: a simulated run carries out its plan anyway.");
        }
        return new Arguments(real, apply, samples, help);
    }
}
