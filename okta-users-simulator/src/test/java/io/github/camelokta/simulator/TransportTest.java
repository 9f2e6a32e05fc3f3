/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OktaSimulatorExtension.class)
class TransportTest {
    private OktaSimulator okta;
    private OktaClient client;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
    }

    @Test
    void anUnknownPathIsNotFoundAndAnUnknownMethodNotAllowed() {
        assertThat(client.get("/api/v1/nothing").error()).isEqualTo("404 E0000008");
        assertThat(client.put("/api/v1/users", "{}").error()).isEqualTo("405 E0000022");
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() {
        for (String body : List.of("{", "[]", "", "7", "{\"a\":1")) {
            assertThat(client.post("/api/v1/users", body).error()).as(body).isEqualTo("400 E0000003");
        }
        assertThat(client.post("/api/v1/users", "{}", "Content-Type", "text/plain")
                        .error())
                .isEqualTo("400 E0000019");
    }

    @Test
    void aWriteWithoutContentLengthIsRefused() throws IOException {
        SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        String path = "/api/v1/users/" + ann.id() + "/lifecycle/suspend";

        assertThat(raw("POST " + path, "")).startsWith("HTTP/1.1 411");
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(raw("POST " + path, "Content-Length: 0\r\n")).startsWith("HTTP/1.1 200");
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void linksFollowTheHostThatTheCallerNamed() throws IOException {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);

        assertThat(raw("GET /api/v1/users", "").lines())
                .contains("Link: <http://acme.test/api/v1/users?limit=200>; rel=\"self\"");
    }

    @Test
    void everyAnswerCarriesItsRequestIdAndItsDate() {
        Answer first = client.get("/api/v1/users");
        Answer second = client.get("/api/v1/users");

        assertThat(first.header("X-Okta-Request-Id")).isNotEqualTo(second.header("X-Okta-Request-Id"));
        assertThat(first.header("Date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(first.response().headers().allValues("Date")).hasSize(1);
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void onlyTheLoopbackInterfaceIsListenedOn() throws IOException {
        int port = URI.create(okta.orgUrl()).getPort();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(connects(address, port)).as(address.toString()).isFalse();
                }
            }
        }
    }

    @Test
    void sixtyFourCallersAreServedAtOnce() throws Exception {
        int callers = 64;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(callers, (Callable<Integer>) () -> {
                together.await();
                return client.get("/api/v1/users").status();
            }));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(okta.requests().count()).isEqualTo(callers);
    }

    private String raw(String methodAndPath, String headers) throws IOException {
        URI url = URI.create(okta.orgUrl());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = methodAndPath + " HTTP/1.1\r\nHost: acme.test\r\nConnection: close\r\nAuthorization: SSWS "
                    + okta.token() + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (SocketException | SocketTimeoutException refused) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
