/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

class TokenHolderTest {
    private static final int THREADS = 50;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Close to the end of its range, where the clock of {@link System#nanoTime()} may stand. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - HOUR.toNanos() / 2);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private CredentialsException failure;

    private final TokenHolder holder = new TokenHolder(this::ask, now::get);

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
    void a_token_is_used_until_five_minutes_before_its_end() {
        assertThat(holder.token().value()).isEqualTo("token1");
        pass(HOUR.minusMinutes(5).minusNanos(1));
        assertThat(holder.token().value()).isEqualTo("token1");
        pass(Duration.ofNanos(1));
        assertThat(holder.token().value()).isEqualTo("token2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_short_token_is_renewed_in_the_last_tenth_of_its_life() {
        AccessToken token = AccessToken.of("Bearer", "x", 0, Duration.ofSeconds(100));
        assertThat(token.isDue(Duration.ofSeconds(90).toNanos() - 1)).isFalse();
        assertThat(token.isDue(Duration.ofSeconds(90).toNanos())).isTrue();
        assertThat(token.isUsable(Duration.ofSeconds(99).toNanos() - 1)).isTrue();
        assertThat(token.isUsable(Duration.ofSeconds(99).toNanos())).isFalse();
    }

    @Test
    void fifty_threads_with_an_expired_token_make_one_request() throws Exception {
        TokenHolder slow = new TokenHolder(this::askSlowly, now::get);
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
    void a_failure_is_shared_and_the_next_call_asks_again() throws Exception {
        failure = new CredentialsException("refused", true, null);
        TokenHolder slow = new TokenHolder(this::askSlowly, now::get);
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
        assertThat(slow.token().value()).isEqualTo("token2");
    }

    @Test
    void while_one_thread_renews_ahead_the_others_go_on_with_the_old_token() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        TokenHolder slow = new TokenHolder(
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
    void a_renewal_ahead_that_fails_is_tried_again_after_a_pause_and_the_old_token_does() {
        holder.token();
        pass(HOUR.minusMinutes(5));
        failure = new CredentialsException("down", true, null);
        for (int i = 0; i < 10; i++) {
            assertThat(holder.token().value()).isEqualTo("token1");
        }
        assertThat(asked).hasValue(2);
        pass(Duration.ofSeconds(30));
        assertThat(holder.token().value()).isEqualTo("token1");
        assertThat(asked).hasValue(3);
        pass(Duration.ofMinutes(4));
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(holder::token)
                .withMessage("down");
    }

    @Test
    void a_thread_that_waits_obeys_an_interrupt_and_the_others_get_their_token() throws Exception {
        TokenHolder slow = new TokenHolder(this::askSlowly, now::get);
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
        TokenHolder slow = new TokenHolder(
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

    @Test
    void a_refused_token_is_dropped_but_not_one_that_took_its_place() {
        AccessToken first = holder.token();
        holder.drop(rejectionOf("Bearer other"));
        assertThat(holder.token()).isSameAs(first);

        holder.drop(rejectionOf(first.authorization()));
        assertThat(holder.secrets()).containsExactly("token1");
        AccessToken second = holder.token();
        holder.drop(rejectionOf(first.authorization()));

        assertThat(holder.token()).isSameAs(second);
        assertThat(holder.secrets()).containsExactly("token2", "token1");
        assertThat(asked).hasValue(2);
        assertThat(second).hasToString("Bearer token");
    }

    @Test
    void a_bug_while_asking_reaches_all_and_is_not_kept() {
        TokenHolder buggy = new TokenHolder(
                () -> {
                    throw new IllegalStateException("bug " + asked.incrementAndGet());
                },
                now::get);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(buggy::token)
                .withMessage("bug 1");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(buggy::token)
                .withMessage("bug 2");
    }

    private static Rejection rejectionOf(String authorization) {
        return new Rejection(Map.of("Authorization", authorization), name -> null);
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
