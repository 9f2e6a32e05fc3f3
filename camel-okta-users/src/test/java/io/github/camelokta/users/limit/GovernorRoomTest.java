/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.limit;

import static io.github.camelokta.users.limit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.limit.ModelBucket.Windows;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes when: on virtual time, calls that arrive by chance. */
class GovernorRoomTest {
    private static final long MS = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final Random random = new Random(4711);
    private VirtualTime time;
    private ModelNetwork network;
    private ModelClient client;

    @BeforeEach
    void start() {
        time = new VirtualTime();
    }

    private void org(Windows kind, int limit) {
        ModelBucket bucket = new ModelBucket(kind, limit, MINUTE, random);
        network = new ModelNetwork(time, bucket, random, 50 * MS, 400 * MS, 1_800_000_123L * SECOND + 456 * MS);
        client = new ModelClient(time, network, 100, 2 * MINUTE, random);
    }

    private void arrivals(double perMinute, long until) {
        long gap = (long) (-Math.log(1 - random.nextDouble()) * MINUTE / perMinute);
        if (time.now() + gap < until) {
            time.at(time.now() + gap, () -> {
                client.call(false, () -> {});
                arrivals(perMinute, until);
            });
        }
    }

    private void readGreedily(long until) {
        if (time.now() < until) {
            client.call(true, () -> readGreedily(until));
        }
    }

    @ParameterizedTest
    @EnumSource
    void at_half_load_nothing_waits(Windows kind) {
        org(kind, 600);

        arrivals(300, 30 * MINUTE);
        time.run(40 * MINUTE);

        assertThat(network.refused()).isZero();
        assertThat(client.failures()).isZero();
        assertThat(client.longestWait(0.99)).isZero();
        assertThat(client.longestWait(1)).isLessThan(400 * MS);
    }

    @ParameterizedTest
    @EnumSource
    void greedy_readers_leave_a_reserve_to_calls(Windows kind) {
        org(kind, 300);

        for (int i = 0; i < 4; i++) {
            readGreedily(30 * MINUTE);
        }
        arrivals(12, 30 * MINUTE);
        time.run(40 * MINUTE);

        assertThat(network.refused()).isZero();
        assertThat(client.failures()).isZero();
        assertThat(client.longestWait(0.99)).isLessThan(100 * MS);
    }
}
