/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    @Test
    void what_was_written_is_read_back() {
        KnownUsers read =
                KnownUsersText.parse(SEARCH, KnownUsersText.ids(SEARCH, KNOWN), KnownUsersText.notes(SEARCH, KNOWN));

        assertThat(read).usingRecursiveComparison().isEqualTo(KNOWN);
    }

    @Test
    void without_the_larger_part_the_other_is_refused_unless_it_was_empty() {
        String notes = KnownUsersText.notes(SEARCH, KNOWN);
        assertThatExceptionOfType(UnusableCursorException.class)
                .isThrownBy(() -> KnownUsersText.parse(SEARCH, null, notes))
                .withMessageContaining("lacks its larger part");

        KnownUsers nobody = KnownUsersText.parse(SEARCH, null, KnownUsersText.notes(SEARCH, KnownUsers.NOBODY));
        assertThat(nobody).usingRecursiveComparison().isEqualTo(KnownUsers.NOBODY);
    }

    @Test
    void one_text_does_not_stand_for_the_other() {
        String ids = KnownUsersText.ids(SEARCH, KNOWN);
        String notes = KnownUsersText.notes(SEARCH, KNOWN);
        for (String[] wrong : new String[][] {{notes, notes}, {ids, ids}, {ids, null}}) {
            assertThatExceptionOfType(UnusableCursorException.class)
                    .isThrownBy(() -> KnownUsersText.parse(SEARCH, wrong[0], wrong[1]))
                    .withMessageContaining("is not one of detectDeletions");
        }
    }

    private static SortedIds set(String... ids) {
        return SortedIds.of(Stream.of(ids).map(PackedUserId::of).toList());
    }
}
