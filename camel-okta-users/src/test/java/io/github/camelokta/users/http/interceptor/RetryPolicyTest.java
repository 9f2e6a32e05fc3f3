/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.interceptor.RetryPolicy.Then;
import io.github.camelokta.users.operation.Repeat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of row against every kind of failure; the tables are written by hand. */
class RetryPolicyTest {
    private static final Map<Character, Then> THEN =
            Map.of('-', Then.GIVE_UP, '0', Then.REPEAT_AT_ONCE, 'P', Then.REPEAT_AFTER_PAUSE, 'L', Then.LOOK_FIRST);

    /** A letter for each of SAFE, CONVERGES, STATE_GUARDED, NEVER, DESTRUCTIVE: give up, at once, after a pause, look. */
    @ParameterizedTest
    @CsvSource({
        "NOT_SENT,     P P P P -, P P P P -",
        "RATE_LIMITED, 0 0 0 0 -, 0 0 0 0 -",
        "READ_ONLY,    P P P P -, P P P P -",
        "UNAUTHORIZED, 0 0 0 0 -, - - - - -",
        "ACTIVATING,   - - - - -, - - - - -",
        "IN_DOUBT,     P P L - -, P P L - -",
        "UNREADABLE,   - - L - -, - - L - -",
        "ENDED,        - - - - -, - - - - -",
        "FINAL,        - - - - -, - - - - -",
    })
    void what_comes_then(Failure failure, String firstTime, String afterA401) {
        for (Repeat repeat : Repeat.values()) {
            int column = 2 * repeat.ordinal();
            assertThat(RetryPolicy.after(repeat, failure, false)).isEqualTo(THEN.get(firstTime.charAt(column)));
            assertThat(RetryPolicy.after(repeat, failure, true)).isEqualTo(THEN.get(afterA401.charAt(column)));
        }
    }

    @Test
    void the_columns_of_the_tables_are_in_the_order_of_the_kinds() {
        assertThat(Repeat.values())
                .containsExactly(Repeat.SAFE, Repeat.CONVERGES, Repeat.STATE_GUARDED, Repeat.NEVER, Repeat.DESTRUCTIVE);
    }

    /** Okta's error codes, the answers of what stands in between, and whether the caller may send the call again. */
    @ParameterizedTest
    @CsvSource({
        "400, E0000001 E0000002 E0000003 E0000018 E0000019 E0000021 E0000028 E0000031 E0000033, - - - - -",
        "400, E0000091 E0000124 E0000125 none, - - - - -",
        "401, E0000004 E0000011 E0000015 none, - - - - -",
        "403, E0000005 E0000006 E0000014 E0000016 E0000017 E0000023 E0000032 E0000034 E0000035, - - - - -",
        "403, E0000036 E0000038 E0000080 E0000081 E0000087 none, - - - - -",
        "404, E0000007 E0000008 none, - - - - -",
        "405, E0000022 none, - - - - -",
        "406, E0000122 E0000149, - - - - -",
        "409, E0000112, y y y y -",
        "409, E0000090 E0000127 E0000145 E0000263 E0000268 none, - - - - -",
        "410, E0000156, - - - - -",
        "411, none, - - - - -",
        "412, E0000231, - - - - -",
        "429, E0000047 none, y y y y -",
        "429, E0000118, y y - - -",
        "500, E0000009 none, y y - - -",
        "502, none, y y - - -",
        "503, E0000010, y y y y -",
        "503, E0000100 E0000009 none, y y - - -",
        "504, none, y y - - -",
        "408, none, y y - - -",
        "499, none, y y - - -",
        "507, none, y y - - -",
        "520, none, y y - - -",
        "529, none, y y - - -",
        "598, none, y y - - -",
        "599, none, y y - - -",
        "302, none, - - - - -",
        "501, none, - - - - -",
        "505, none, - - - - -",
        "511, none, - - - - -",
    })
    void what_the_caller_may_send_again(int status, String codes, String expected) {
        for (String code : codes.split(" ")) {
            for (Repeat repeat : Repeat.values()) {
                assertThat(RetryPolicy.isRetryable(
                                repeat, Failure.of(status, code.equals("none") ? null : code), false))
                        .as("%d %s %s", status, code, repeat)
                        .isEqualTo(expected.charAt(2 * repeat.ordinal()) == 'y');
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_doubt_that_a_read_has_settled_is_none(Repeat repeat) {
        assertThat(RetryPolicy.isRetryable(repeat, Failure.IN_DOUBT, true)).isEqualTo(repeat != Repeat.DESTRUCTIVE);
        assertThat(RetryPolicy.isRetryable(repeat, Failure.FINAL, true)).isFalse();
    }

    @Test
    void no_answer_is_a_doubt_unless_nothing_was_sent() {
        assertThat(Failure.of(new IOException("reset"))).isEqualTo(Failure.IN_DOUBT);
        assertThat(Failure.of(new NotSentException("refused", true, null))).isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new NotSentException("untrusted", false, null))).isEqualTo(Failure.FINAL);
    }

    @Test
    void a_destructive_call_is_never_sent_again() {
        for (int status : IntStream.range(100, 600).toArray()) {
            for (String code : List.of("E0000047", "E0000010", "E0000112", "")) {
                Failure failure = Failure.of(status, code.isEmpty() ? null : code);
                assertThat(RetryPolicy.after(Repeat.DESTRUCTIVE, failure, false))
                        .isEqualTo(Then.GIVE_UP);
                assertThat(RetryPolicy.isRetryable(Repeat.DESTRUCTIVE, failure, true))
                        .isFalse();
            }
        }
    }
}
