/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.users.support.Randoms;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of ids hold what was put into them, in memory and as text. */
class SortedIdsTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random random = new Random(Randoms.seed());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "00u1abcde",
                "00u1abcdef",
                "00u1abcdefg",
                "00u1a2B3c4D5e6F7g8h9",
                "-._~",
                "~~~~~~~~~~~~~~~~~~~~"
            })
    void an_id_stays_what_it_is(String id) {
        assertThat(PackedUserId.of(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "00u1a2B3c4D5e6F7g8h9x"})
    void what_is_no_id_is_refused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedUserId.of(id))
                .withMessageContaining("20 characters");
    }

    @Test
    void a_set_is_the_same_as_text() {
        for (int size : List.of(0, 1, 2, 17, 6_000)) {
            TreeSet<String> ids = ids(size);
            SortedIds set = set(ids);
            SortedIds read = IdText.parse(IdText.of(set));
            assertThat(Stream.of(set, read).map(SortedIdsTest::texts)).containsOnly(List.copyOf(ids));
        }
    }

    @Test
    void so_are_ids_that_begin_alike() {
        SortedIds set = set(new TreeSet<>(
                List.of("00u1a2B3c4", "00u1a2B3c4D5e6F7g8h9", "00u1a2B3c4D5e6F7g8hA", "00u1a2B3c4z", "00u1a2B3c5")));
        assertThat(texts(IdText.parse(IdText.of(set)))).isEqualTo(texts(set));
    }

    @Test
    void sets_are_joined_and_parted() {
        TreeSet<String> some = ids(500);
        TreeSet<String> others = ids(300);
        others.addAll(some.headSet(some.first(), true));
        SortedIds joined = set(some).plus(set(others));
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        assertThat(texts(joined)).isEqualTo(List.copyOf(all));

        assertThat(texts(joined.only(id -> !others.contains(id.toString()))))
                .isEqualTo(some.stream().filter(id -> !others.contains(id)).toList());
        PackedUserId first = joined.get(0);
        assertThat(joined.minus(first).contains(first)).isFalse();
        assertThat(joined.minus(first).plus(first)).containsExactlyElementsOf(joined);
        assertThat(joined.plus(first)).isSameAs(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "A", "3Lqh1e2S", "gICAgICAgICAgIA", "*"})
    void what_is_no_set_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdText.parse(text));
    }

    @Test
    void many_ids_take_about_16_characters_each_as_text() {
        TreeSet<String> ids = ids(20_000);
        assertThat(IdText.of(set(ids)).length() / (double) ids.size()).isLessThan(18);
    }

    private TreeSet<String> ids(int size) {
        TreeSet<String> ids = new TreeSet<>();
        while (ids.size() < size) {
            StringBuilder id = new StringBuilder("00u");
            while (id.length() < 20) {
                id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            ids.add(id.toString());
        }
        return ids;
    }

    private static SortedIds set(TreeSet<String> ids) {
        IdCollector collector = new IdCollector();
        ids.descendingSet().forEach(id -> collector.add(PackedUserId.of(id)));
        return collector.ids();
    }

    private static List<String> texts(SortedIds ids) {
        return Stream.iterate(0, i -> i < ids.size(), i -> i + 1)
                .map(i -> ids.get(i).toString())
                .toList();
    }
}
