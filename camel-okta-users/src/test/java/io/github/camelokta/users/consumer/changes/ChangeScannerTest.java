/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.UserIndex.IndexPage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A scan does not believe an index that answers something else than was asked. */
class ChangeScannerTest {
    @Test
    void a_page_in_order_from_the_second_on_is_taken() {
        assertThat(scan(10, 10, 11, 11).next().orElseThrow().users()).hasSize(3);
    }

    @Test
    void an_older_user_or_one_out_of_order_ends_the_scan() {
        assertThatIllegalStateException()
                .isThrownBy(() -> scan(10, 9, 11).next())
                .withMessageContaining("from before the time that the search asked for");
        assertThatIllegalStateException()
                .isThrownBy(() -> scan(10, 12, 11).next())
                .withMessageContaining("not in the order of lastUpdated");
    }

    @Test
    void a_user_of_another_second_is_refused_while_one_second_is_read() {
        ChangeScanner.SameSecondReader reader =
                new ChangeScanner.SameSecondReader(index(10, 11), SortedBy.LAST_UPDATED, 10, 50);
        assertThatIllegalStateException().isThrownBy(reader::next).withMessageContaining("of another second");
    }

    @Test
    void another_user_than_the_one_searched_for_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> index(6).search("uc"))
                .withMessageContaining("another user");
    }

    private static ChangeScanner scan(long from, long... seconds) {
        return new ChangeScanner(index(seconds), SortedBy.LAST_UPDATED, 50, from);
    }

    private static UserIndex index(long... seconds) {
        List<ListedUser> rows = LongStream.of(seconds)
                .mapToObj(second -> new ListedUser("u" + second, second, second, second, null))
                .toList();
        return new UserIndex() {
            @Override
            public IndexPage query(RowQuery query) {
                return new IndexPage(rows, OptionalLong.of(100), Duration.ZERO, Duration.ZERO, null);
            }

            @Override
            public Optional<byte[]> find(String id) {
                return Optional.empty();
            }
        };
    }
}
