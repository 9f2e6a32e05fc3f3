/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are dead, or say what nobody asked for, when the next call wants to use them. */
class StaleConnectionTest extends TransportFixture {
    private static final int CALLS = 20;

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource(names = {"create", "resetPassword", "deactivateOrDelete"})
    void a_call_that_is_never_repeated_is_sent_on_no_connection_that_the_server_has_closed(OktaUsersOperation row)
            throws Exception {
        try (RawServer okta = new RawServer((request, out, connection) -> {
            write(out, answer("200 OK", "{}"));
            connection.close();
        })) {
            for (int i = 1; i <= CALLS; i++) {
                send(okta.url(), row);
                int closed = i;
                await().until(() -> okta.ended() == closed);
            }
            assertThat(okta.requests()).hasSize(CALLS);
            assertThat(okta.connections()).isEqualTo(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"get", "suspend"})
    void nor_is_any_other_call_after_a_moment_without_use(OktaUsersOperation row) throws Exception {
        try (RawServer okta = new RawServer((request, out, connection) -> {
            write(out, answer("200 OK", "{}"));
            connection.close();
        })) {
            for (int i = 1; i <= CALLS; i++) {
                send(okta.url(), row);
                int closed = i;
                await().until(() -> okta.ended() == closed);
                ahead.addAndGet(Duration.ofMillis(50).toNanos());
            }
            assertThat(okta.requests()).hasSize(CALLS);
        }
    }

    @Test
    void so_it_is_with_TLS() throws Exception {
        Path key = TlsKeys.make(directory, "localhost");
        ssl = TlsKeys.trusting(key);
        try (RawServer okta = new RawServer(
                (request, out, connection) -> {
                    write(out, answer("200 OK", "{}"));
                    connection.close();
                },
                TlsKeys.sockets(key))) {
            for (int i = 1; i <= CALLS; i++) {
                send("https://localhost:" + okta.port(), OktaUsersOperation.create);
                int closed = i;
                await().until(() -> okta.ended() == closed);
            }
            assertThat(okta.requests()).hasSize(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"get", "suspend", "create"})
    void what_the_server_says_unasked_is_not_taken_for_the_answer_to_the_next_call(OktaUsersOperation row)
            throws Exception {
        String unasked = answer("200 OK", "{\"id\":\"another\"}");
        CountDownLatch said = new CountDownLatch(1);
        try (RawServer okta = new RawServer((request, out, connection) -> {
            boolean first = said.getCount() == 1;
            write(out, answer("200 OK", "{}"));
            if (first) {
                write(out, unasked);
                said.countDown();
            }
        })) {
            send(okta.url(), row);
            assertThat(said.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(client().send(request(okta.url(), row), CallContext.of(Priority.CALL))
                            .body())
                    .asString()
                    .isEqualTo("{}");
            assertThat(okta.connections()).isEqualTo(2);
        }
    }

    @Test
    void nor_is_what_came_in_one_piece_with_the_answer_and_is_longer_than_announced() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        try (RawServer okta = new RawServer((request, out, connection) -> write(
                out,
                answer("200 OK", "{}") + (first.getAndSet(false) ? answer("200 OK", "{\"id\":\"another\"}") : "")))) {
            send(okta.url(), OktaUsersOperation.get);
            assertThat(client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL))
                            .body())
                    .asString()
                    .isEqualTo("{}");
        }
    }

    @Test
    void a_connection_is_used_for_five_minutes_and_no_longer() throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{}"))) {
            send(okta.url(), OktaUsersOperation.get);
            ahead.addAndGet(Duration.ofSeconds(299).toNanos());
            send(okta.url(), OktaUsersOperation.get);
            assertThat(okta.connections()).isEqualTo(1);
            ahead.addAndGet(Duration.ofSeconds(1).toNanos());
            send(okta.url(), OktaUsersOperation.get);
            assertThat(okta.connections()).isEqualTo(2);
            await().until(() -> okta.ended() == 1);
        }
    }

    /** As a firewall does that has forgotten its connections: no FIN, no RST, no answer. */
    @Test
    void after_one_dead_connection_the_others_are_not_tried_too() throws Exception {
        responseTimeout = Duration.ofMillis(300);
        int warm = 8;
        CyclicBarrier together = new CyclicBarrier(warm);
        Set<Object> dead = ConcurrentHashMap.newKeySet();
        AtomicBoolean warming = new AtomicBoolean(true);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(warm);
        try (RawServer okta = new RawServer((request, out, connection) -> {
            if (warming.get()) {
                together.await(10, TimeUnit.SECONDS);
                dead.add(connection);
            } else if (dead.contains(connection)) {
                over.await(30, TimeUnit.SECONDS);
            }
            write(out, answer("200 OK", "{}"));
        })) {
            warmUp(threads, okta, warm);
            warming.set(false);

            assertThat(failure(okta.url(), OktaUsersOperation.create).isInDoubt())
                    .isTrue();
            assertThat(failure(okta.url(), OktaUsersOperation.create)).isNull();

            assertThat(posts(okta)).hasSize(2);
            assertThat(okta.connections()).isEqualTo(warm + 1);
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
    }

    private void warmUp(ExecutorService threads, RawServer okta, int connections) throws Exception {
        responseTimeout = Duration.ofMillis(300);
        client();
        // The limiter lets calls of which it knows nothing go one by one, so each has a limiter of its own.
        Future<?>[] calls = new Future<?>[connections];
        for (int i = 0; i < connections; i++) {
            calls[i] = threads.submit(
                    () -> client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL)));
        }
        for (Future<?> call : calls) {
            call.get(10, TimeUnit.SECONDS);
        }
        assertThat(okta.connections()).isEqualTo(connections);
    }

    private void send(String org, OktaUsersOperation row) {
        OktaUsersException failure = failure(org, row);
        if (failure != null) {
            throw failure;
        }
    }
}
