/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** What is made of a page. */
class ChangePagesTest {
    private final Rig rig = new Rig();

    @Test
    void a_page_is_one_exchange_and_its_failed_users_come_again_each_alone() {
        rig.wholePages = true;
        rig.limit = 50;
        users(3, 1_000);
        rig.failing.add("ub");
        rig.now = 60_000;
        rig.polls(2);
        assertThat(rig.deliveries.stream().map(delivery -> delivery.users().size()))
                .containsExactly(3, 1, 1, 1);
        assertThat(rig.cursor().failed()).singleElement().extracting("id").isEqualTo("ub");
    }

    @Test
    void a_batch_is_what_is_new_on_a_page() {
        rig.limit = 50;
        rig.horizon = 60;
        users(3, 1_000);
        rig.now = 2_500;
        rig.polls(2);
        assertThat(rig.deliveries)
                .extracting(UserDelivery::index, UserDelivery::batchSize, UserDelivery::isLastOfBatch)
                .containsExactly(tuple(0, 2, false), tuple(1, 2, true), tuple(0, 1, true));
    }

    private void users(int count, long apart) {
        for (int i = 0; i < count; i++) {
            rig.write("u" + (char) ('a' + i), (i + 1) * apart, 'A');
        }
    }
}
