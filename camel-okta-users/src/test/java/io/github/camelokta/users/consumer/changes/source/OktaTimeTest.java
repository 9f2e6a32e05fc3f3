/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Java's own parser. */
class OktaTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "2024-02-29T12:34:56.789Z",
                "0000-01-01T00:00:00.000Z",
                "9999-12-31T23:59:59.000Z",
                "2016-12-31T23:59:60.000Z",
                "2026-11-23T24:00:00.000Z",
                "2026-11-23T10:00:00Z",
                "2026-11-23T10:00:00.123456Z",
                "2026-11-23T10:00:00.0+01:00"
            })
    void reads_what_java_reads(String text) {
        assertThat(OktaTime.second(text)).isEqualTo(Instant.parse(text).getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-23",
                "2026-02-29T10:00:00.000Z",
                "2026-13-01T10:00:00.000Z",
                "2026-11-23T25:00:00.000Z",
                "2026-11-23T10:60:00.000Z",
                "2026-11-23T10:00:61.000Z",
                "2026-11-23t10:00:00.00AZ",
                "+026-11-23T10:00:00.000Z"
            })
    void refuses_what_java_refuses(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> OktaTime.second(text));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instant.parse(text));
    }
}
