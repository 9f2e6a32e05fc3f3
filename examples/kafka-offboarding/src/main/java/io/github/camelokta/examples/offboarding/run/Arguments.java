/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

/**
 * What the command line asks for.
 *
 * @param real the Kafka and the org that the environment names, instead of the embedded ones
 * @param samples publish sample leavers; what a simulated run does anyway
 * @param keepRunning keep the embedded ones up after the table
 */
record Arguments(boolean real, boolean samples, boolean keepRunning, boolean help) {
    static final String USAGE = """
            Closes the Okta accounts of those whom the Kafka topic hr.leavers names.

              (nothing)       an embedded Kafka, a simulated org and sample leavers; ends with a table
              --samples       the same, said aloud
              --keep-running  the same, but Kafka and the org stay up
              --real          the Kafka of KAFKA_BROKERS and the org of OKTA_CLIENT_ORGURL; runs until it is stopped
              --help          this text
            """;

    /** @throws UsageException if it asks for something that there is not, or that does not go together */
    static Arguments parse(String... args) {
        boolean real = false;
        boolean samples = false;
        boolean keepRunning = false;
        boolean help = false;
        for (String arg : args) {
            switch (arg) {
                case "--real" -> real = true;
                case "--samples" -> samples = true;
                case "--keep-running" -> keepRunning = true;
                case "--help" -> help = true;
                default ->
                    throw new UsageException("There is no argument '" + arg
                            + "': the arguments are --real, --samples, --keep-running and --help.");
            }
        }
        if (real && samples) {
            throw new UsageException(
                    "--samples does not go with --real: sample leavers are for the simulated org only.");
        }
        if (real && keepRunning) {
            throw new UsageException("--keep-running does not go with --real: a real run goes on until it is stopped.");
        }
        return new Arguments(real, samples, keepRunning, help);
    }
}
