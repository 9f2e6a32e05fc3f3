/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 500",
        "1, 0.5, 375",
        "1, 1, 250",
        "2, 0, 1000",
        "3, 0, 2000",
        "4, 0, 4000",
        "4, 1, 2000",
        "6, 0, 16000",
        "7, 0, 30000",
        "7, 1, 15000",
        "8, 0, 30000",
        "2000000000, 0, 30000",
    })
    void the_wait_doubles_up_to_30_s_and_is_shortened_by_up_to_a_half(int failed, double random, long millis) {
        assertThat(Backoff.afterAttempt(failed, random))
                .isEqualTo(Duration.ofMillis(millis).toNanos());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-   | - | 0",
                "7   | - | 7",
                "' 7 ' | - | 7",
                "0   | - | 0",
                "-3  | - | 0",
                "1.5 | - | 0",
                "soon | - | 0",
                "99999999999 | - | 86400",
                "99999999999999999999 | - | 0",
                "Tue, 24 Nov 2026 10:00:30 GMT | Tue, 24 Nov 2026 10:00:10 GMT | 20",
                "Tue, 24 Nov 2026 10:00:30 GMT | Tue, 24 Nov 2026 10:01:00 GMT | 0",
                "Tue, 24 Nov 2026 10:00:30 GMT | - | 0",
                "Tue, 24 Nov 2026 10:00:30 GMT | noon | 0",
            })
    void a_proxy_may_ask_for_a_wait(String retryAfter, String date, long seconds) {
        List<Header> headers = new ArrayList<>();
        if (retryAfter != null) {
            headers.add(new Header("retry-after", retryAfter));
        }
        if (date != null) {
            headers.add(new Header("Date", date));
        }
        assertThat(Backoff.retryAfter(new OktaResponse(503, headers, null)))
                .isEqualTo(Duration.ofSeconds(seconds).toNanos());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void two_callers_with_other_luck_come_back_apart(int failed) {
        assertThat(Backoff.afterAttempt(failed, 0.1)).isNotEqualTo(Backoff.afterAttempt(failed, 0.2));
    }
}
