/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code paging=stream} holds one page at a time: a list larger than the heap passes through a client with 64 MB. */
class StreamingMemoryTest {
    private static final int USERS = 200_000;

    @Test
    void two_hundred_thousand_users_pass_through_a_heap_of_64_megabytes() throws Exception {
        try (OktaSimulator okta = OktaSimulator.builder()
                .rateLimit("/api/v1/users", 1_000_000)
                .requestLogLimit(10)
                .start()) {
            for (int i = 0; i < USERS; i++) {
                okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
            }
            Process client = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StreamingClient.class.getName(),
                            okta.orgUrl(),
                            okta.token()))
                    .redirectErrorStream(true)
                    .start();

            String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(client.waitFor()).as(output).isZero();
            assertThat(output).contains("users " + USERS);
        }
    }
}
