/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.examples.offboarding.OffboardingApplication;
import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, with a real environment and a real exit code. */
class MainTest {
    private static final OffboardingProperties TOPICS = new OffboardingProperties(
            "hr.leavers",
            "hr.leavers.done",
            "hr.leavers.failed",
            "onlooker",
            1,
            List.of(),
            false,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);

    @Test
    void a_real_run_works_on_what_the_environment_names_and_ends_when_told_to() throws Exception {
        SimulatedPlatform platform = Bench.platform();
        SimulatedUser account = Bench.account().add();
        Process process = start(
                Map.of(
                        "KAFKA_BROKERS", platform.brokers(),
                        "OKTA_CLIENT_ORGURL", platform.okta().orgUrl(),
                        "OKTA_CLIENT_TOKEN", platform.okta().token()),
                "--real");
        try (BufferedReader out = process.inputReader();
                Topics topics = new Topics(platform.brokers(), TOPICS)) {
            assertThat(out.readLine())
                    .isEqualTo("Okta: " + platform.okta().orgUrl() + ", Kafka: " + platform.brokers());

            topics.publish(Bench.leaving(account));
            List<Outcome> outcomes = topics.follow(all -> !all.isEmpty(), Duration.ofSeconds(60), outcome -> {});

            assertThat(outcomes).hasSize(1).allMatch(Outcome::isClosed);
            assertThat(account.status()).isEqualTo(UserStatus.DEPROVISIONED);
            assertThat(process.isAlive()).isTrue();
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_embedded_ones_stay_up_when_asked_to() throws Exception {
        Process process = start(Map.of("OKTA_CLIENT_TOKEN", "00real"), "--keep-running");
        try (BufferedReader out = process.inputReader()) {
            String last = out.lines()
                    .filter(line -> line.startsWith("Still up"))
                    .findFirst()
                    .orElseThrow();
            String page = last.replaceFirst(".*page is (\\S+/), Kafka.*", "$1");

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_mistake_is_exit_code_2() throws Exception {
        Process process = start(Map.of(), "--real", "--samples");

        assertThat(process.errorReader().readLine()).startsWith("--samples does not go with --real");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                OffboardingApplication.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        if (environment.isEmpty()) {
            return builder.start();
        }
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
