/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTest extends TransportFixture {

    @ParameterizedTest
    @ValueSource(ints = {7, 30})
    void as_many_connections_as_maxConnections_may_lead_to_one_org_and_no_more(int most) throws Exception {
        maxConnections = most;
        AtomicBoolean limitIsKnown = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(most);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(most + 10);
        try (RawServer okta = new RawServer((request, out, connection) -> {
            if (limitIsKnown.get()) {
                busy.countDown();
                go.await(20, TimeUnit.SECONDS);
            }
            write(out, answer("200 OK", "{}"));
        })) {
            OktaClient client = client();
            // Until the first answer tells what the limit is, calls go one by one.
            client.send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            limitIsKnown.set(true);
            List<Future<OktaResponse>> calls = new ArrayList<>();
            for (int i = 0; i < most + 10; i++) {
                calls.add(threads.submit(
                        () -> client.send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL))));
            }
            assertThat(busy.await(20, TimeUnit.SECONDS))
                    .as("all at work at once")
                    .isTrue();
            go.countDown();
            for (Future<OktaResponse> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            }
            assertThat(okta.requests()).hasSize(1 + most + 10);
            assertThat(okta.connections()).isEqualTo(most);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_call_that_finds_no_free_connection_in_time_sent_nothing() throws Exception {
        maxConnections = 1;
        responseTimeout = Duration.ofMillis(300);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RawServer okta = new RawServer((request, out, connection) -> {
            // Drips for longer than the second call waits, never pausing for longer than the first one allows.
            write(out, "HTTP/1.1 200 OK\r\nX-A: ");
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                write(out, "a");
            }
            write(out, "\r\nContent-Length: 0\r\n\r\n");
        })) {
            OktaClient client = client();
            Future<?> first = threads.submit(
                    () -> client.send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL)));
            await().until(() -> okta.requests().size() == 1);
            Future<?> second = threads.submit(
                    () -> client.send(request(okta.url(), OktaUsersOperation.suspend), CallContext.of(Priority.CALL)));
            assertThat(second)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("all connections were in use (maxConnections)");
            over.countDown();
            assertThat(first).succeedsWithin(Duration.ofSeconds(10));
            assertThat(okta.requests()).hasSize(1);
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void connections_are_reused_and_closed_with_the_transport() throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{}"))) {
            for (int i = 0; i < 10; i++) {
                client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            }
            assertThat(okta.connections()).isEqualTo(1);
            assertThat(okta.ended()).isZero();

            closeTransport();

            await().atMost(Duration.ofSeconds(10)).until(() -> okta.ended() == 1);
        }
    }

    @Test
    void a_connection_that_the_server_has_closed_is_not_used_for_the_next_call() throws Exception {
        try (RawServer okta = new RawServer((request, out, connection) -> {
            write(out, answer("200 OK", "{}", "Connection: close"));
            connection.close();
        })) {
            for (int i = 0; i < 3; i++) {
                client().send(request(okta.url(), OktaUsersOperation.suspend), CallContext.of(Priority.CALL));
            }
            assertThat(okta.connections()).isEqualTo(3);
        }
    }
}
