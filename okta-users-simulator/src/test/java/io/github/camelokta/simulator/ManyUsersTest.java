/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyUsersTest {

    @Test
    @Timeout(120)
    void twoHundredThousandUsersFitInHalfAGigabyteAndAreListedByPages() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyUsersRun.class.getName(),
                        "200000")
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(run.waitFor(10, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
            assertThat(output).contains("plain 200000\n", "sorted 20000\n");
        } finally {
            run.destroyForcibly();
        }
    }
}
