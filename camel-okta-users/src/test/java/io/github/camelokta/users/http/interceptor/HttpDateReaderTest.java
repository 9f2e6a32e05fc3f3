/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpDateReaderTest {
    private static final String EARLIER = "Wed, 25 Nov 2026 18:00:00 GMT";
    private static final String LATER = "Wed, 25 Nov 2026 18:00:01 GMT";
    private static final long EARLIER_SECOND = 1_795_629_600;

    private final HttpDateReader dates = new HttpDateReader(-1);

    @Test
    void reads_each_date_whatever_came_before() {
        assertThat(dates.read(EARLIER)).isEqualTo(EARLIER_SECOND);
        assertThat(dates.read(EARLIER)).isEqualTo(EARLIER_SECOND);
        assertThat(dates.read(LATER)).isEqualTo(EARLIER_SECOND + 1);
        assertThat(dates.read(EARLIER)).isEqualTo(EARLIER_SECOND);
    }

    @Test
    void does_not_know_what_is_no_date() {
        assertThat(dates.read("")).isEqualTo(-1);
        assertThat(dates.read("yesterday")).isEqualTo(-1);
        assertThat(dates.read(EARLIER)).isEqualTo(EARLIER_SECOND);
        assertThat(dates.read("yesterday")).isEqualTo(-1);
    }
}
