/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reconcile} plans on disk: a directory and an org larger than the heap pass through a client with 64 MB. */
class ReconcileMemoryTest {
    private static final int USERS = 100_000;

    @TempDir
    Path temp;

    @Test
    void a_hundred_thousand_users_are_reconciled_in_a_heap_of_64_megabytes() throws Exception {
        try (OktaSimulator okta = OktaSimulator.builder()
                .rateLimit("/api/v1/users", 1_000_000)
                .rateLimit("/api/v1/users/{id:.+}", 1_000_000)
                .rateLimit("/api/v1/users/{id}", 1_000_000)
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
                            ReconcileClient.class.getName(),
                            okta.orgUrl(),
                            okta.token(),
                            String.valueOf(USERS),
                            temp.toString()))
                    .redirectErrorStream(true)
                    .start();

            String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(client.waitFor()).as(output).isZero();
            assertThat(output).contains(ReconcileClient.expected(USERS));
            assertThat(okta.requests().count())
                    .as("list calls, and a read and a write for each changed user")
                    .isEqualTo(USERS / 200 + 2 * USERS / 1000);
            assertThat(temp).isEmptyDirectory();
        }
    }
}
