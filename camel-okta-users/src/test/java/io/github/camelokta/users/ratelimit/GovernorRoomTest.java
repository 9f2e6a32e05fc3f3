/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.ratelimit.ModelBucket.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes when: on virtual time, calls that arrive by chance. {@code -Dseeds=200} runs more. */
class GovernorRoomTest {
    private static final long MS = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private static final int SEEDS = Integer.getInteger("seeds", 5);

    private Random random;
    private VirtualTime time;
    private ModelNetwork network;
    private ModelClient client;

    private void org(int seed, Windows kind, int limit) {
        random = new Random(seed * 7919L);
        time = new VirtualTime();
        ModelBucket bucket = new ModelBucket(kind, limit, MINUTE, random);
        network = new ModelNetwork(time, bucket, random, 50 * MS, 400 * MS, 1_800_000_123L * SECOND + 456 * MS);
        client = new ModelClient(time, network::send, 100, 2 * MINUTE, random);
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
        long longest = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            org(seed, kind, 600);

            arrivals(300, 30 * MINUTE);
            time.run(40 * MINUTE);

            assertThat(network.refused()).as("seed %d", seed).isZero();
            assertThat(client.failures()).as("seed %d", seed).isZero();
            assertThat(client.longestWait(0.99)).as("seed %d", seed).isZero();
            assertThat(client.longestWait(1)).as("seed %d", seed).isLessThan(400 * MS);
            longest = Math.max(longest, client.longestWait(1));
        }
        System.out.printf(
                "Governor, %d seeds, half load            %-18s 99 %% of the calls waited 0, the longest wait was %d ms%n",
                SEEDS, kind, longest / MS);
    }

    @ParameterizedTest
    @EnumSource
    void greedy_readers_leave_a_reserve_to_calls(Windows kind) {
        List<Long> waits = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            org(seed, kind, 300);

            for (int i = 0; i < 4; i++) {
                readGreedily(30 * MINUTE);
            }
            arrivals(12, 30 * MINUTE);
            time.run(40 * MINUTE);

            assertThat(network.refused()).as("seed %d", seed).isZero();
            assertThat(client.failures()).as("seed %d", seed).isZero();
            waits.addAll(client.waits());
        }
        System.out.printf(
                "Governor, %d seeds, greedy readers       %-18s 99 %% of the calls waited at most %d ms, one %d ms%n",
                SEEDS, kind, ModelClient.longest(0.99, waits) / MS, ModelClient.longest(1, waits) / MS);
        assertThat(ModelClient.longest(0.99, waits)).isLessThan(100 * MS);
    }
}
