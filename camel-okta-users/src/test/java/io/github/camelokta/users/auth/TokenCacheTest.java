/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.Rejection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Close to the end of its range, where the clock of {@link System#nanoTime()} may stand. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - HOUR.toNanos() / 2);

    private final AtomicInteger asked = new AtomicInteger();
    private CredentialsException failure;

    private final TokenCache holder = new TokenCache(this::ask, now::get);

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
        assertThat(holder.secrets())
                .as("calls with the old one may be under way")
                .containsExactly("token2", "token1");
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
        TokenCache buggy = new TokenCache(
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

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
