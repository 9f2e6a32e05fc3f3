/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private ReadAhead<Integer> ahead(int count, Supplier<Optional<Integer>> pages) {
        return new ReadAhead<>(pages, count, executor);
    }

    private Supplier<Optional<Integer>> pages(int last) {
        return () -> {
            int page = reads.incrementAndGet();
            return page <= last ? Optional.of(page) : Optional.empty();
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void pages_come_in_order_and_then_none(int count) {
        ReadAhead<Integer> ahead = ahead(count, pages(5));
        List<Integer> taken = new ArrayList<>();
        for (Optional<Integer> page = ahead.next(); page.isPresent(); page = ahead.next()) {
            taken.add(page.get());
        }
        assertThat(taken).containsExactly(1, 2, 3, 4, 5);
        assertThat(ahead.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void no_more_is_read_than_so_many_pages_ahead(int count) throws Exception {
        ReadAhead<Integer> ahead = ahead(count, pages(100));
        ahead.next();
        executor.submit(() -> {}).get();
        assertThat(reads).hasValue(1 + count);
        ahead.next();
        executor.submit(() -> {}).get();
        assertThat(reads).hasValue(2 + count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void nothing_is_read_in_the_place_of_a_page_that_is_being_opened(int count) throws Exception {
        ReadAhead<Integer> ahead = ahead(count, pages(100));
        ahead.next();
        Optional<Integer> read = ahead.next(page -> {
            assertThatCode(() -> executor.submit(() -> {}).get()).doesNotThrowAnyException();
            return reads.get();
        });
        assertThat(read).contains(1 + count);
        executor.submit(() -> {}).get();
        assertThat(reads).hasValue(2 + count);
    }

    @Test
    void a_page_that_cannot_be_opened_fails_in_its_place() {
        IllegalStateException failure = new IllegalStateException("no list");
        ReadAhead<Integer> ahead = ahead(2, pages(5));
        ahead.next();
        assertThatThrownBy(() -> ahead.next(page -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void a_failure_comes_in_its_place_and_as_it_is() {
        IllegalStateException failure = new IllegalStateException("broken");
        ReadAhead<Integer> ahead = ahead(2, () -> {
            if (reads.incrementAndGet() == 2) {
                throw failure;
            }
            return Optional.of(1);
        });
        assertThat(ahead.next()).contains(1);
        assertThatThrownBy(ahead::next).isSameAs(failure);
    }

    @Test
    void an_error_is_no_failure_of_a_read() {
        ReadAhead<Integer> ahead = ahead(1, () -> {
            throw new StackOverflowError();
        });
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(ahead::next);
    }

    @Test
    void who_is_interrupted_while_waiting_ends_the_read_too() throws Exception {
        ReadAhead<Integer> ahead = ahead(2, this::readForEver);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread taker = taker(ahead, end);
        await().until(() -> reads.get() == 1 && taker.getState() == Thread.State.WAITING);

        taker.interrupt();
        taker.join(20_000);

        assertThat(end.get()).isInstanceOf(IllegalStateException.class).hasMessage("Interrupted while a page was read");
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_interrupts_what_is_read_ahead_and_forgets_it() throws Exception {
        AtomicInteger first = new AtomicInteger();
        ReadAhead<Integer> ahead = ahead(3, () -> first.incrementAndGet() == 1 ? Optional.of(1) : readForEver());
        ahead.next();
        await().until(() -> reads.get() == 1);

        ahead.close();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        executor.submit(() -> {}).get();
        assertThat(reads).hasValue(1);
    }

    @Test
    void who_waits_for_a_read_that_never_begins_is_let_go() throws Exception {
        executor.submit(this::readForEver);
        await().until(() -> reads.get() == 1);
        ReadAhead<Integer> ahead = ahead(1, pages(1));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread taker = taker(ahead, end);
        await().until(() -> taker.getState() == Thread.State.WAITING);

        executor.shutdownNow().forEach(unread -> ((Future<?>) unread).cancel(true));
        taker.join(20_000);

        assertThat(end.get()).isInstanceOf(CancellationException.class);
    }

    private static Thread taker(ReadAhead<Integer> ahead, AtomicReference<Throwable> end) {
        Thread taker = new Thread(() -> {
            try {
                ahead.next();
            } catch (RuntimeException e) {
                end.set(e);
            }
        });
        taker.start();
        return taker;
    }

    private Optional<Integer> readForEver() {
        reads.incrementAndGet();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return Optional.empty();
    }
}
