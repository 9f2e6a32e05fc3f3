/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.simulator.SimulatedUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Health, metrics and the dev console of the running application. */
class OffboardWatchedTest {
    private static Bench bench;
    private static SimulatedUser closed;

    @BeforeAll
    static void closeOneAccount() {
        bench = Bench.with("offboarding.redeliveries=0").start();
        closed = Bench.account().add();
        bench.offboard(Bench.leaving(closed));
        bench.offboard(Bench.leaving("nobody@example.com"));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static String page(String path) throws Exception {
        URI uri = URI.create(bench.actuator() + path);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(page(path));
    }

    @Test
    void health_tells_of_Okta_and_of_the_consumer() throws Exception {
        JsonNode health = json("/health");

        assertThat(health.path("status").asText()).as(health.toPrettyString()).isEqualTo("UP");
        JsonNode camel = health.at("/components/camelHealth/details");
        assertThat(camel.path("consumer:leavers").asText())
                .as(health.toPrettyString())
                .isEqualTo("UP");
        assertThat(camel.path("producer:okta-users:127.0.0.1:api-token").asText())
                .as(health.toPrettyString())
                .isEqualTo("UP");
    }

    @Test
    void metrics_count_the_calls() throws Exception {
        assertThat(page("/metrics")).contains("camel.okta.users.calls", "camel.okta.users.rate.limit.remaining");

        JsonNode calls = json("/metrics/camel.okta.users.calls?tag=operation:suspend&tag=outcome:SUCCESS");
        assertThat(calls.at("/measurements/0/value").asDouble()).isEqualTo(1);
    }

    @Test
    void the_dev_console_shows_the_component() throws Exception {
        JsonNode component = json("/camel/okta-users").at("/okta-users/components/0");

        assertThat(component.at("/orgs/0/url").asText()).isEqualTo(Bench.okta().orgUrl());
        assertThat(component.at("/orgs/0/buckets/0/remaining").asInt()).isPositive();
        assertThat(component.at("/orgs/0/lastErrors/0/status").asInt()).isEqualTo(404);
    }

    @Test
    void no_page_shows_a_secret_or_a_login() throws Exception {
        for (String path :
                List.of("/health", "/metrics", "/camel/okta-users", "/camel/properties", "/camel/endpoint")) {
            assertThat(page(path)).as(path).doesNotContain(Bench.okta().token(), closed.login(), "nobody@example.com");
        }
    }

    @Test
    void nobody_from_outside_gets_at_them() throws Exception {
        int port = URI.create(bench.actuator()).getPort();
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        assertThat(outside).allSatisfy(address -> assertThat(isOpen(address, port))
                .as("%s:%s", address, port)
                .isFalse());
        assertThat(isOpen(InetAddress.getByName("127.0.0.1"), port)).isTrue();
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
