/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.FailedUser;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import io.github.camelokta.users.support.Randoms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTest {
    private static final long QUERY = 0x0123456789abcdefL;
    private static final ChangeCursor CURSOR = new ChangeCursor(
            QUERY,
            1_790_000_000L,
            1_790_000_060L,
            List.of(),
            List.of(new Seen("00u1", 1_790_000_000L, -1), new Seen("00u2", 1_790_000_060L, 255)),
            List.of(new FailedUser("00u3", 16, 3)));
    private static final String TEXT = "okta-users-changes v1 | query 0123456789abcdef | from 2026-09-21T14:13:20Z"
            + " | watermark 2026-09-21T14:14:20Z | failed 1 00u3/0000000000000010/3"
            + " | seen 2 00u1/ffffffffffffffff/0 00u2/00000000000000ff/60";

    @Test
    void the_text_is_one_readable_line() {
        assertThat(CURSOR.text()).startsWith(TEXT + " | check ").doesNotContain("\n", "\r", "=");
    }

    @Test
    void what_was_written_is_read_back() {
        assertThat(ChangeCursor.parse(CURSOR.text(), QUERY, null)).isEqualTo(CURSOR);
        ChangeCursor empty = new ChangeCursor(QUERY, -5, 0, List.of(), List.of(), List.of());
        assertThat(ChangeCursor.parse(empty.text(), QUERY, null)).isEqualTo(empty);
    }

    @Test
    void any_cursor_is_read_back() {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            long from = random.nextInt();
            List<Seen> seen = new ArrayList<>();
            List<FailedUser> failed = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                seen.add(new Seen("00u" + random.nextInt(99), from + random.nextInt(99), random.nextLong()));
                failed.add(new FailedUser("00u" + random.nextInt(99), random.nextLong(), random.nextInt(99)));
            }
            ChangeCursor cursor = new ChangeCursor(QUERY, from, from + random.nextInt(99), List.of(), seen, failed);
            assertThat(ChangeCursor.parse(cursor.text(), QUERY, null))
                    .as("seed %s", seed)
                    .isEqualTo(cursor);
        }
    }

    @Test
    void a_text_that_is_torn_anywhere_is_refused() {
        String text = CURSOR.text();
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length));
            assertRefused(text.substring(length) + text);
            if (length > 0) {
                assertRefused(text.substring(length));
            }
        }
    }

    @Test
    void a_text_with_another_character_anywhere_is_refused() {
        String text = CURSOR.text();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == '0' ? '1' : '0';
            assertRefused(text.substring(0, at) + other + text.substring(at + 1));
        }
    }

    @Test
    void a_text_to_which_something_is_glued_is_refused() {
        String text = CURSOR.text();
        assertRefused(text + "k=" + text);
        assertRefused(text + " ");
        assertRefused(text + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2026-09-21T14:13:20Z", "{\"from\":1}", "null", "okta-users-changes"})
    void a_foreign_text_is_refused_as_such(String text) {
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> ChangeCursor.parse(text, QUERY, null))
                .withMessageStartingWith("The stored cursor is not one of mode=changes, or its beginning is lost");
    }

    @Test
    void another_version_is_refused_as_such() {
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> ChangeCursor.parse(StoredText.checked(TEXT.replace(" v1 ", " v2 ")), QUERY, null))
                .withMessageContaining("written by another version");
    }

    @Test
    void the_cursor_of_another_query_is_refused_as_such() {
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> ChangeCursor.parse(CURSOR.text(), 1, null))
                .withMessageContaining("belongs to another query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okta-users-changes v1 | ",
                "okta-users-changes v1 | query x | from x | watermark x | failed 0 | seen 0",
                "okta-users-changes v1 | query 1 | from 2026-09-21T14:13:20Z | watermark 2026-09-21T14:13:20Z"
                        + " | failed 1 | seen 0",
                "okta-users-changes v1 | query 1 | from 2026-09-21T14:13:20Z | watermark 2026-09-21T14:13:20Z"
                        + " | failed 1 a/1 | seen 0",
            })
    void nonsense_with_a_right_checksum_is_refused_as_damaged(String text) {
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> ChangeCursor.parse(StoredText.checked(text), QUERY, null))
                .withMessageStartingWith("The stored cursor is damaged");
    }

    private void assertRefused(String text) {
        assertThatExceptionOfType(UnusableCursorException.class)
                .as(text)
                .isThrownBy(() -> ChangeCursor.parse(text, QUERY, null))
                .withMessageMatching("The stored cursor [^\\n]+");
    }
}
