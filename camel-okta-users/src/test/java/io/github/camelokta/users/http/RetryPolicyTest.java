/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import static io.github.camelokta.users.operation.Repeat.CONVERGES;
import static io.github.camelokta.users.operation.Repeat.DESTRUCTIVE;
import static io.github.camelokta.users.operation.Repeat.NEVER;
import static io.github.camelokta.users.operation.Repeat.SAFE;
import static io.github.camelokta.users.operation.Repeat.STATE_GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.operation.Repeat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of row against every status. */
class RetryPolicyTest {
    private static final Set<Repeat> HARMLESS = Set.of(SAFE, CONVERGES);
    private static final Set<Repeat> ALL_BUT_DESTRUCTIVE = Set.of(SAFE, CONVERGES, STATE_GUARDED, NEVER);
    private static final Set<Repeat> NONE = Set.of();

    @ParameterizedTest
    @EnumSource
    void a_status_with_Oktas_error_code(Repeat repeat) {
        for (int status = 100; status < 600; status++) {
            Set<Repeat> expected =
                    switch (status) {
                        case 429, 503 -> ALL_BUT_DESTRUCTIVE;
                        case 500, 502, 504 -> HARMLESS;
                        default -> NONE;
                    };
            assertThat(RetryPolicy.mayRepeat(repeat, status, "E0000009"))
                    .as("%s %d", repeat, status)
                    .isEqualTo(expected.contains(repeat));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_status_from_something_in_between(Repeat repeat) {
        for (int status = 100; status < 600; status++) {
            Set<Repeat> expected =
                    switch (status) {
                        case 429 -> ALL_BUT_DESTRUCTIVE;
                        case 500, 502, 503, 504 -> HARMLESS;
                        default -> NONE;
                    };
            assertThat(RetryPolicy.mayRepeat(repeat, status, null))
                    .as("%s %d", repeat, status)
                    .isEqualTo(expected.contains(repeat));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_answer(Repeat repeat) {
        assertThat(RetryPolicy.mayRepeat(repeat, true, false)).isEqualTo(HARMLESS.contains(repeat));
        assertThat(RetryPolicy.mayRepeat(repeat, true, true)).isEqualTo(ALL_BUT_DESTRUCTIVE.contains(repeat));
        assertThat(RetryPolicy.mayRepeat(repeat, false, true)).isFalse();
        assertThat(RetryPolicy.mayRepeat(repeat, false, false)).isFalse();
    }

    @Test
    void a_destructive_call_is_never_repeated() {
        for (int status = 100; status < 600; status++) {
            assertThat(RetryPolicy.mayRepeat(DESTRUCTIVE, status, "E0000047")).isFalse();
        }
        assertThat(RetryPolicy.mayRepeat(DESTRUCTIVE, true, true)).isFalse();
    }
}
