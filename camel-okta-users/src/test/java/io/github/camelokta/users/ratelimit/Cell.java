/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;

import io.github.camelokta.users.ratelimit.ModelBucket.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One situation, to be run with many seeds.
 *
 * @param clients JVMs on the same token
 * @param callers in each JVM
 * @param windows how many windows of calls there are to do, for all JVMs together
 * @param foreign what part of the bucket another client wants, who obeys nothing
 */
record Cell(
        Windows kind,
        int limit,
        long length,
        int clients,
        int callers,
        double windows,
        int share,
        double foreign,
        boolean bursts,
        long shortestTrip,
        long longestTrip) {
    private static final long MS = 1_000_000;
    private static final long MAX_WAIT = 120 * SECOND;

    static Cell of(Windows kind, int limit, int clients, int callers) {
        return new Cell(kind, limit, 60 * SECOND, clients, callers, 3.4, 100, 0, false, 50 * MS, 400 * MS);
    }

    Cell share(int percent) {
        return new Cell(
                kind, limit, length, clients, callers, windows, percent, foreign, bursts, shortestTrip, longestTrip);
    }

    Cell foreign(double part, boolean inBursts) {
        return new Cell(
                kind, limit, length, clients, callers, windows, share, part, inBursts, shortestTrip, longestTrip);
    }

    /** What a run has shown. */
    record Run(
            long seed, double ratio, int refused, double refusedPerWindow, int failures, int mostTries, int mostUsed) {}

    Run run(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<ModelClient> jvms = IntStream.range(0, clients)
                .mapToObj(i -> new ModelClient(world.time, world.network::send, share, MAX_WAIT, random))
                .toList();
        int each = (int) (windows * limit * share / 100 / clients);
        for (ModelClient jvm : jvms) {
            world.time.at((long) (random.nextDouble() * SECOND / 5), () -> jvm.callInTurn(callers, each));
        }
        if (foreign > 0) {
            world.foreigner(random);
        }
        while (jvms.stream().anyMatch(jvm -> jvm.calls() < each)) {
            if (world.time.isOver()) {
                throw new IllegalStateException("all wait for ever: " + this + ", seed " + seed);
            }
            world.time.run(world.time.now() + length);
        }
        world.time.run(world.time.now() + length);
        long finished = jvms.stream().mapToLong(ModelClient::finished).max().orElseThrow();
        return new Run(
                seed,
                foreign > 0 || share < 100 ? 1 : finished / (double) ideal(seed, each),
                world.network.refused(),
                world.network.refused() / Math.max(1, finished / (double) length),
                jvms.stream().mapToInt(ModelClient::failures).sum(),
                jvms.stream().mapToInt(ModelClient::mostTries).max().orElseThrow(),
                jvms.stream().mapToInt(world.bucket::mostUsedBy).max().orElseThrow());
    }

    /** How long it takes callers who know of each permit where it is. */
    private long ideal(long seed, int each) {
        Random random = new Random(seed);
        World world = new World(random);
        long[] finished = {0};
        for (int client = 0; client < clients; client++) {
            int[] left = {each};
            Runnable[] next = {null};
            next[0] = () -> {
                finished[0] = world.time.now();
                if (left[0]-- > 0) {
                    world.network.sendWithForesight("ideal", next[0]);
                }
            };
            for (int i = 0; i < callers; i++) {
                world.time.at(0, next[0]);
            }
        }
        world.time.run(Long.MAX_VALUE);
        return finished[0];
    }

    private final class World {
        final VirtualTime time = new VirtualTime();
        final ModelBucket bucket;
        final ModelNetwork network;

        World(Random random) {
            bucket = new ModelBucket(kind, limit, length, random);
            long epoch;
            do {
                epoch = 1_800_000_000L * SECOND + (long) ((random.nextDouble() - 0.5) * 600 * SECOND);
            } while (!bucket.isEarly(epoch));
            network = new ModelNetwork(time, bucket, random, shortestTrip, longestTrip, epoch);
        }

        void foreigner(Random random) {
            double perSecond = foreign * limit / (length / (double) SECOND);
            int size = bursts ? Math.max(1, limit / 10) : 1;
            schedule(random, perSecond, size);
        }

        private void schedule(Random random, double perSecond, int size) {
            int now = bursts ? 1 + random.nextInt(2 * size - 1) : 1;
            double mean = now / perSecond;
            double gap = bursts ? -Math.log(1 - random.nextDouble()) * mean : mean * (0.5 + random.nextDouble());
            time.at(time.now() + (long) (gap * SECOND), () -> {
                for (int i = 0; i < now; i++) {
                    time.at(time.now() + i * 10 * MS, () -> network.takeByForeigner("foreign"));
                }
                schedule(random, perSecond, size);
            });
        }
    }

    List<Run> runs(int seeds) {
        List<Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(run(seed * 7919L));
        }
        return runs;
    }
}
