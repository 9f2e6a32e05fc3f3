/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.CredentialsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads need a token at once. */
class TokenFlightTest {
    private static final int THREADS = 50;
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private CredentialsException failure;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private AccessToken ask() {
        int number = asked.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return AccessToken.of("Bearer", "token" + number, now.get(), HOUR);
    }

    @Test
    void fifty_threads_with_an_expired_token_make_one_request() throws Exception {
        TokenCache slow = new TokenCache(this::askSlowly, now::get);
        gate.countDown();
        slow.token();
        pass(HOUR);
        asked.set(0);

        List<Future<AccessToken>> answers = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            answers.add(threads.submit(() -> {
                started.countDown();
                started.await();
                return slow.token();
            }));
        }
        for (Future<AccessToken> answer : answers) {
            assertThat(answer.get().value()).isEqualTo("token1");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_failure_is_shared_and_the_next_attempt_asks_again() throws Exception {
        failure = new CredentialsException("refused", true, null);
        TokenCache slow = new TokenCache(this::askSlowly, now::get);
        List<Thread> waiting = new ArrayList<>();
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> result = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    slow.token();
                    result.complete("a token");
                } catch (CredentialsException e) {
                    result.complete(e.getMessage() + " " + e.isPassing());
                }
            });
            thread.start();
            waiting.add(thread);
            results.add(result);
        }
        Awaitility.await().until(() -> waiting.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
        gate.countDown();
        for (CompletableFuture<String> result : results) {
            assertThat(result.get()).isEqualTo("refused true");
        }
        assertThat(asked).hasValue(1);
        failure = null;
        pass(Duration.ofMillis(200));
        assertThat(slow.token().value()).isEqualTo("token2");
    }

    @Test
    void while_one_thread_renews_ahead_the_others_go_on_with_the_old_token() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        TokenCache slow = new TokenCache(
                () -> {
                    if (asked.get() > 0) {
                        asking.countDown();
                        pause();
                    }
                    return ask();
                },
                now::get);
        slow.token();
        pass(HOUR.minusMinutes(5));
        Future<AccessToken> renewer = threads.submit(slow::token);
        asking.await();

        assertThat(slow.token().value()).isEqualTo("token1");

        gate.countDown();
        assertThat(renewer.get().value()).isEqualTo("token2");
        assertThat(slow.token().value()).isEqualTo("token2");
    }

    @Test
    void a_thread_that_waits_obeys_an_interrupt_and_the_others_get_their_token() throws Exception {
        TokenCache slow = new TokenCache(this::askSlowly, now::get);
        Future<AccessToken> leader = threads.submit(slow::token);
        Awaitility.await().until(() -> asked.get() == 1);
        CompletableFuture<String> seen = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                slow.token();
            } catch (CredentialsException e) {
                seen.complete(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();
        Awaitility.await().until(() -> waiter.getState() == Thread.State.WAITING);

        waiter.interrupt();

        assertThat(seen.get()).isEqualTo("the wait for an access token was interrupted true");
        gate.countDown();
        assertThat(leader.get().value()).isEqualTo("token1");
    }

    @Test
    void when_the_asking_thread_is_interrupted_one_that_waits_asks_in_its_place() throws Exception {
        TokenCache slow = new TokenCache(
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        pause();
                    }
                    return AccessToken.of("Bearer", "token" + asked.get(), now.get(), HOUR);
                },
                now::get);
        Thread leader = new Thread(() -> {
            try {
                slow.token();
            } catch (CredentialsException e) {
                // It was interrupted.
            }
        });
        leader.start();
        Awaitility.await().until(() -> asked.get() == 1);
        CompletableFuture<String> token = new CompletableFuture<>();
        Thread waiter = new Thread(() -> token.complete(slow.token().value()));
        waiter.start();
        Awaitility.await().until(() -> waiter.getState() == Thread.State.WAITING);

        leader.interrupt();

        assertThat(token.get()).isEqualTo("token2");
    }

    private AccessToken askSlowly() {
        AccessToken answer;
        try {
            answer = ask();
        } catch (CredentialsException e) {
            pause();
            throw e;
        }
        pause();
        return answer;
    }

    private void pause() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialsException("interrupted", true, null);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
