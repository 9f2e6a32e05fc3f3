/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.consumer.changes.cursor.CursorText;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two texts of who is known. */
class KnownUsersTextTest {
    private static final long SEARCH = 9;
    private static final KnownUsers KNOWN = new KnownUsers(
            set("a", "b"),
            set("c"),
            set("d"),
            set("e"),
            set("g"),
            set("f"),
            Instant.parse("2026-01-31T12:00:00Z"),
            PackedUserId.of("e"));

    private final KnownUsersParser parser = new KnownUsersParser(SEARCH);

    @Test
    void what_was_written_is_read_back() {
        KnownUsers read = parser.parse(KnownUsersText.ids(SEARCH, KNOWN), KnownUsersText.notes(SEARCH, KNOWN));

        assertThat(read).usingRecursiveComparison().isEqualTo(KNOWN);
    }

    @Test
    void a_text_from_before_those_who_are_leaving_were_noted_is_read_as_well() {
        String notes = KnownUsersText.notes(SEARCH, KnownUsers.NOBODY);
        String older = notes.substring(0, notes.indexOf(" | leaving"));
        KnownUsers read = parser.parse(null, older + CursorText.CHECK + CursorText.checksum(older));

        assertThat(read).usingRecursiveComparison().isEqualTo(KnownUsers.NOBODY);
    }

    @Test
    void without_the_larger_part_the_other_is_refused_unless_it_was_empty() {
        String notes = KnownUsersText.notes(SEARCH, KNOWN);
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> parser.parse(null, notes))
                .withMessageContaining("lacks its larger part");

        KnownUsers nobody = parser.parse(null, KnownUsersText.notes(SEARCH, KnownUsers.NOBODY));
        assertThat(nobody).usingRecursiveComparison().isEqualTo(KnownUsers.NOBODY);
    }

    @Test
    void one_text_does_not_stand_for_the_other() {
        String ids = KnownUsersText.ids(SEARCH, KNOWN);
        String notes = KnownUsersText.notes(SEARCH, KNOWN);
        for (String[] wrong : new String[][] {{notes, notes}, {ids, ids}, {ids, null}}) {
            assertThatExceptionOfType(UnusableCursorException.class)
                    .isThrownBy(() -> parser.parse(wrong[0], wrong[1]))
                    .withMessageContaining("is not one of detectDeletions");
        }
    }

    private static SortedIds set(String... ids) {
        return SortedIds.of(Stream.of(ids).map(PackedUserId::of).toList());
    }
}
