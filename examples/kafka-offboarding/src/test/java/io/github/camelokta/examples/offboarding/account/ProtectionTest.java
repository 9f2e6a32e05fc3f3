/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.offboarding.event.Leaver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not closed, and who is meant. */
class ProtectionTest {
    private static final Account ANN = new Account("00uAnn", "ann@example.com", "ACTIVE", null);
    private static final List<Map<String, Object>> ROLES = List.of(Map.of("type", "USER_ADMIN"));

    @ParameterizedTest
    @ValueSource(strings = {"00uAnn", "ann@example.com", " ANN@Example.com "})
    void a_listed_account_is_protected(String listed) {
        assertThatThrownBy(() -> new Protection(List.of("x", listed), true).check(ANN, List.of()))
                .isInstanceOf(NotToBeClosedException.class)
                .hasMessageNotContaining("example.com");
    }

    @Test
    void an_administrator_is_protected_unless_that_is_allowed() {
        assertThatThrownBy(() -> new Protection(List.of(), false).check(ANN, ROLES))
                .isInstanceOf(NotToBeClosedException.class)
                .hasMessageContaining("USER_ADMIN");
        assertThatCode(() -> new Protection(List.of(), true).check(ANN, ROLES)).doesNotThrowAnyException();
    }

    @Test
    void others_are_not() {
        assertThatCode(() -> new Protection(List.of("", "ann", "00u"), false).check(ANN, List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        new Protection(List.of(""), false).check(new Account("00u1", null, "STAGED", null), List.of()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"00uAnn,", ", ann@example.com", ", Ann@Example.Com", "00uAnn, ann@example.com"})
    void this_one_is_meant(String id, String login) {
        assertThatCode(() -> Identity.check(new Leaver(id, login, null, Instant.EPOCH), ANN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"me,", "00uann,", ", ann", ", 00uAnn", "00uAnn, bob@example.com", "00uBob, ann@example.com"})
    void this_one_may_not_be(String id, String login) {
        assertThatThrownBy(() -> Identity.check(new Leaver(id, login, null, Instant.EPOCH), ANN))
                .isInstanceOf(NotToBeClosedException.class);
    }
}
