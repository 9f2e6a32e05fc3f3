/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedExecutorTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final List<Integer> taken = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void several_are_at_work_at_once_and_their_results_come_in_the_order_of_the_items() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        CountDownLatch laterOnes = new CountDownLatch(2);
        new OrderedExecutor(pool, 3)
                .run(
                        IntStream.range(0, 3).iterator(),
                        item -> {
                            pass(() -> allThree.await(30, TimeUnit.SECONDS));
                            if (item == 0) {
                                pass(() -> laterOnes.await(30, TimeUnit.SECONDS));
                            }
                            laterOnes.countDown();
                            return item;
                        },
                        taken::add);
        assertThat(taken).containsExactly(0, 1, 2);
    }

    @Test
    void after_a_failure_nothing_is_begun_and_what_is_in_flight_ends_first() {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> new OrderedExecutor(pool, 3)
                        .run(
                                IntStream.range(0, 100).iterator(),
                                item -> {
                                    begun.incrementAndGet();
                                    if (item == 0) {
                                        failed.countDown();
                                        throw new IllegalStateException("no");
                                    }
                                    pass(() -> failed.await(30, TimeUnit.SECONDS));
                                    ended.incrementAndGet();
                                    return item;
                                },
                                taken::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(begun).hasValue(3);
        assertThat(ended).hasValue(2);
        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void an_interrupted_caller_ends_with_its_flag_set() {
        Thread.currentThread().interrupt();
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> new OrderedExecutor(pool, 1)
                        .run(
                                List.of(1).iterator(),
                                item -> {
                                    pass(never::await);
                                    return item;
                                },
                                taken::add))
                .hasMessage("reconcile was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void pass(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
