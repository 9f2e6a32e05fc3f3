/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.offboarding.account.NotToBeClosedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaverReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

    private final LeaverReader reader = new LeaverReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void reads_a_leaver() {
        assertThat(read("{'login':'ann@example.com','reason':'resigned','at':'2026-11-20T17:00:00Z','x':1}"))
                .isEqualTo(new Leaver(null, "ann@example.com", "resigned", NOW));
        assertThat(read("{'id':'00u1','login':null,'at':'2026-11-20T17:00:00Z'}"))
                .isEqualTo(new Leaver("00u1", null, null, NOW));
    }

    @Test
    void the_id_goes_before_the_login_and_the_login_into_no_text() {
        Leaver both = new Leaver("00u1", "ann@example.com", null, NOW);

        assertThat(both.idOrLogin()).isEqualTo("00u1");
        assertThat(both.toString()).isEqualTo("Leaver[00u1]");
        assertThat(new Leaver(null, "ann@example.com", null, NOW).toString()).isEqualTo("Leaver[by login]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|the event is empty",
                "{'login':'ann|the event is no JSON that can be read: look at line 1, column 14",
                "{'login':'ann','login':'bob'}|the event is no JSON that can be read: look at line 1, column 23",
                "{'login':'ann'} {}|the event is no JSON that can be read: look at line 1, column 17",
                "'ann'|the event is no JSON object",
                "{'at':'2026-11-20T17:00:00Z'}|the event holds neither id nor login",
                "{'login':7,'at':'2026-11-20T17:00:00Z'}|the event's login is no text",
                "{'login':' ','at':'2026-11-20T17:00:00Z'}|the event's login is no text",
                "{'login':'ann'}|the event does not say at what time the person left",
                "{'login':'ann','at':'yesterday'}|the event's time (at) is not of the form 2026-11-23T17:00:00Z",
                "{'login':'ann','at':'2026-11-20T17:00:01Z'}|the person leaves in the future: send the event at that time"
            })
    void refuses_what_leaves_a_doubt(String event, String cause) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(NotToBeClosedException.class)
                .hasMessage(cause);
    }

    private Leaver read(String event) {
        return reader.read(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
