/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A walk does not believe an index that answers something else than was asked. */
class ChangeScannerTest {
    @Test
    void a_page_in_order_from_the_second_on_is_taken() {
        assertThat(walk(10, 10, 11, 11).next().orElseThrow().rows()).hasSize(3);
    }

    @Test
    void an_older_user_or_one_out_of_order_ends_the_walk() {
        assertThatIllegalStateException()
                .isThrownBy(() -> walk(10, 9, 11).next())
                .withMessageContaining("from before the time that the search asked for");
        assertThatIllegalStateException()
                .isThrownBy(() -> walk(10, 12, 11).next())
                .withMessageContaining("not in the order of lastUpdated");
    }

    @Test
    void a_user_of_another_second_ends_the_passes_over_one() {
        SameSecondReader drain = new SameSecondReader(index(10, 11), SortedBy.LAST_UPDATED, 10, 50);
        assertThatIllegalStateException().isThrownBy(drain::next).withMessageContaining("of another second");
    }

    private static ChangeScanner walk(long from, long... seconds) {
        return new ChangeScanner(index(seconds), SortedBy.LAST_UPDATED, 50, from);
    }

    private static UserIndex index(long... seconds) {
        List<ListedUser> rows = LongStream.of(seconds)
                .mapToObj(second -> new ListedUser("u" + second, second, second, second, null))
                .toList();
        return new UserIndex() {
            @Override
            public IndexPage query(RowQuery query) {
                return new IndexPage(rows, OptionalLong.of(100), Duration.ZERO, null);
            }

            @Override
            public Optional<byte[]> find(String id) {
                return Optional.empty();
            }
        };
    }
}
