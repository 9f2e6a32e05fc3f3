/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.consumer.changes.TooManyMissingException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is known, missing, outside or gone, step by step. */
class KnownUsersTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void who_is_known_is_not_met_or_delivered_anew() {
        KnownUsers known = known("a", "b");
        assertThat(known.met(ids("a"))).isSameAs(known);
        assertThat(known.delivering(ids("a", "b"))).isSameAs(known);
        assertThat(known.met(ids("b", "c")).recent()).containsExactlyElementsOf(set("a", "b", "c"));
    }

    @Test
    void who_is_gone_is_not_met_but_lives_again_once_delivered() {
        KnownUsers known = known("a").deleted(id("b"));
        assertThat(known.met(ids("b"))).isSameAs(known);

        KnownUsers again = known.delivering(ids("b"));
        assertThat(again.gone()).isEmpty();
        assertThat(again.recent()).containsExactlyElementsOf(set("a", "b"));
    }

    @Test
    void what_is_said_twice_changes_nothing() {
        KnownUsers known = known("a", "b", "c");
        assertThat(known.settled(id("a"))).isSameAs(known);

        KnownUsers left = known.left(id("a"));
        assertThat(left.outside()).containsExactly(id("a"));
        assertThat(left.left(id("a"))).isSameAs(left);

        KnownUsers gone = known.deleted(id("a"));
        assertThat(gone.gone()).containsExactly(id("a"));
        assertThat(gone.deleted(id("a"))).isSameAs(gone);

        KnownUsers missing = listed(known, 3, "b");
        assertThat(missing.missing()).containsExactlyElementsOf(set("a", "c"));
        assertThat(missing.settled(id("a")).missing()).containsExactly(id("c"));
    }

    @Test
    void who_stands_in_both_parts_is_missed_once() {
        KnownUsers known = new KnownUsers(
                set("a"), set("a", "b"), SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, null, null);
        assertThat(listed(known, 2).missing()).containsExactlyElementsOf(set("a", "b"));
        assertThatExceptionOfType(TooManyMissingException.class)
                .isThrownBy(() -> listed(known, 1))
                .withMessageContaining("misses 2 of 3 users");
    }

    @Test
    void those_outside_are_asked_about_in_turn_and_those_who_are_shown_again_besides() {
        KnownUsers known = known("a", "b", "c", "d", "e");
        for (PackedUserId id : ids("a", "b", "c", "d")) {
            known = known.left(id);
        }
        KnownUsers first = listed(known, 2, "b", "e");
        assertThat(first.missing()).as("a and c in turn, b is back").containsExactlyElementsOf(set("a", "b", "c"));
        KnownUsers second = listed(first, 2, "e");
        assertThat(second.missing()).as("after c").containsExactlyElementsOf(set("a", "d"));
        KnownUsers third = listed(second, 1, "e");
        assertThat(third.missing()).as("after a").containsExactly(id("b"));
        KnownUsers fourth = listed(third.deleted(id("b")), 1, "e");
        assertThat(fourth.missing()).as("after b, who is gone").containsExactly(id("c"));
        assertThat(fourth.turn()).isEqualTo(id("c"));
    }

    @Test
    void who_is_gone_is_forgotten_when_a_listing_that_began_later_does_not_show_it() {
        KnownUsers before = known("a", "b", "c").deleted(id("a")).deleted(id("b"));
        ListingSnapshot roll = new ListingSnapshot(before);
        ids("a", "d").forEach(roll::show);

        KnownUsers next = before.deleted(id("c")).deleted(id("d")).compared(roll, before, 9, NOW);

        assertThat(next.gone()).as("shown, or said since").containsExactlyElementsOf(set("a", "c", "d"));
        assertThat(next.recent()).as("b is pruned, and d is no newcomer").containsExactlyElementsOf(set("a", "c"));
        assertThat(next.missing()).isEmpty();
    }

    @Test
    void the_large_part_is_rewritten_once_enough_is_gathered() {
        KnownUsers few = KnownUsers.NOBODY.met(many(0, 2_000));
        assertThat(few.base()).isEmpty();
        KnownUsers folded = few.met(many(2_000, 2_001));
        assertThat(folded.base()).hasSize(2_001);
        assertThat(folded.recent()).isEmpty();
        assertThat(folded.met(many(3_000, 5_001)).recent()).isEmpty();

        KnownUsers large = KnownUsers.NOBODY.met(many(0, 48_000));
        assertThat(large.met(many(50_000, 53_000)).recent()).hasSize(3_000);
        assertThat(large.met(many(50_000, 53_001)).recent()).isEmpty();
    }

    private static KnownUsers listed(KnownUsers known, int most, String... shown) {
        ListingSnapshot roll = new ListingSnapshot(known);
        ids(shown).forEach(roll::show);
        return known.compared(roll, known, most, NOW);
    }

    private static KnownUsers known(String... ids) {
        return KnownUsers.NOBODY.met(ids(ids));
    }

    private static SortedIds set(String... ids) {
        return SortedIds.of(ids(ids));
    }

    private static List<PackedUserId> ids(String... ids) {
        return Stream.of(ids).map(PackedUserId::of).toList();
    }

    private static PackedUserId id(String id) {
        return PackedUserId.of(id);
    }

    private static List<PackedUserId> many(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> PackedUserId.of("u" + (100_000 + i)))
                .toList();
    }
}
