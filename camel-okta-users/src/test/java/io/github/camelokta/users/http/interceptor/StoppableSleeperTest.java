/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StoppableSleeperTest {
    private static final long LONG = Duration.ofHours(1).toNanos();
    private final StoppableSleeper pauser = new StoppableSleeper();

    @Test
    void it_waits_as_long_as_it_is_told() throws Exception {
        long start = System.nanoTime();
        assertThat(pauser.pause(TimeUnit.MILLISECONDS.toNanos(20))).isTrue();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
        assertThat(pauser.pause(0)).isTrue();
    }

    @Test
    void a_stop_ends_the_waits_of_all_and_later_ones() throws Exception {
        CompletableFuture<Boolean> one = waiting();
        CompletableFuture<Boolean> other = waiting();
        pauser.stop();
        assertThat(one.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(other.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(pauser.pause(LONG)).isFalse();
        assertThat(pauser.pause(0)).isFalse();
    }

    @Test
    void an_interrupt_ends_a_wait_also_one_of_no_length() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> pauser.pause(LONG));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> pauser.pause(0));
        assertThat(Thread.interrupted()).isFalse();
    }

    private CompletableFuture<Boolean> waiting() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pauser.pause(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
