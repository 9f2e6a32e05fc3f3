/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaUsersException;
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
import java.util.stream.Stream;
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
        responseTimeout = Duration.ofMillis(800);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RawServer okta = new RawServer((request, out, connection) -> {
            // The head and the body have responseTimeout each: the first call takes longer than the second one waits.
            over.await(400, TimeUnit.MILLISECONDS);
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            over.await(30, TimeUnit.SECONDS);
            write(out, "{}");
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

    @Test
    void a_stop_ends_the_waits_for_a_connection_and_lets_calls_in_flight_go_on() throws Exception {
        try (Busy busy = new Busy(2, 5)) {
            transport().endWaits();

            for (Future<?> waiting : busy.waiting) {
                assertThat(waiting)
                        .failsWithin(Duration.ofSeconds(5))
                        .withThrowableThat()
                        .withMessageContaining("suspend failed: nothing was sent to")
                        .withMessageContaining("the component is being stopped");
            }
            busy.go.countDown();
            for (Future<?> inFlight : busy.inFlight) {
                assertThat(inFlight).succeedsWithin(Duration.ofSeconds(5));
            }
            assertThat(posts(busy.okta)).isEmpty();
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_connection_and_nothing_was_sent() throws Exception {
        try (Busy busy = new Busy(2, 0)) {
            Thread.currentThread().interrupt();
            OktaUsersException e = failure(busy.okta.url(), OktaUsersOperation.suspend);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(e)
                    .hasMessageContaining("nothing was sent to")
                    .hasMessageContaining("the thread was interrupted while it waited for a connection");
            assertThat(e.isInDoubt()).isFalse();
            assertThat(posts(busy.okta)).isEmpty();
        }
    }

    @Test
    void calls_that_meet_a_closed_transport_say_so() throws Exception {
        try (Busy busy = new Busy(2, 5)) {
            OktaClient client = client();
            transport().close();

            for (Future<?> waiting : busy.waiting) {
                assertThat(waiting)
                        .failsWithin(Duration.ofSeconds(5))
                        .withThrowableThat()
                        .withMessageContaining("nothing was sent to")
                        .withCauseInstanceOf(OktaUsersException.class);
            }
            for (Future<?> inFlight : busy.inFlight) {
                assertThat(inFlight)
                        .failsWithin(Duration.ofSeconds(5))
                        .withThrowableThat()
                        .withMessageContaining("no whole answer came from")
                        .withCauseInstanceOf(OktaUsersException.class);
            }
            assertThatExceptionOfType(OktaUsersException.class)
                    .isThrownBy(() -> client.send(
                            request(busy.okta.url(), OktaUsersOperation.suspend), CallContext.of(Priority.CALL)))
                    .withMessageContaining("nothing was sent to")
                    .withMessageContaining("the component is being stopped");
        }
    }

    @Test
    void an_org_that_hangs_leaves_connections_to_another_one() throws Exception {
        try (Busy busy = new Busy(2, 2);
                RawServer other = RawServer.answering(answer("200 OK", "{}"))) {
            assertThat(threadsOf(busy).submit(() -> failure(other.url(), OktaUsersOperation.suspend)))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isNull();
        }
    }

    private static ExecutorService threadsOf(Busy busy) {
        return busy.threads;
    }

    /** An org all of whose connections are in use by reads, and some calls that wait for one. */
    private final class Busy implements AutoCloseable {
        final CountDownLatch go = new CountDownLatch(1);
        final ExecutorService threads = Executors.newCachedThreadPool();
        final RawServer okta = new RawServer((request, out, connection) -> {
            go.await(30, TimeUnit.SECONDS);
            write(out, answer("200 OK", "{}"));
        });
        final List<Future<?>> inFlight = new ArrayList<>();
        final List<Future<?>> waiting = new ArrayList<>();

        Busy(int connections, int waiters) {
            maxConnections = connections;
            for (int i = 0; i < connections; i++) {
                inFlight.add(call(OktaUsersOperation.get));
                int begun = i + 1;
                await().until(() -> okta.requests().size() == begun);
            }
            for (int i = 0; i < waiters; i++) {
                waiting.add(call(OktaUsersOperation.suspend));
            }
            await().until(() -> threadsWaiting() == waiters);
        }

        /** Each call with a limiter of its own, which lets the first call of which it knows nothing pass. */
        private Future<?> call(OktaUsersOperation row) {
            OktaClient client = client();
            return threads.submit(() -> client.send(request(okta.url(), row), CallContext.of(Priority.CALL)));
        }

        private long threadsWaiting() {
            return Thread.getAllStackTraces().values().stream()
                    .filter(stack -> Stream.of(stack)
                                    .anyMatch(frame -> frame.getClassName().equals(CamelHttpTransport.class.getName()))
                            && Stream.of(stack)
                                    .anyMatch(frame -> frame.getClassName().startsWith("java.util.concurrent.locks")))
                    .count();
        }

        @Override
        public void close() throws Exception {
            go.countDown();
            okta.close();
            threads.shutdownNow();
        }
    }
}
