/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.Random;
import java.util.function.Consumer;

/** Carries requests to a bucket and answers back, each with a delay of its own, and counts what was refused. */
final class ModelNetwork {
    private final VirtualTime time;
    private final ModelBucket bucket;
    private final Random random;
    private final long shortest;
    private final long longest;
    private final long serverAhead;
    private int refused;

    /**
     * @param shortest of the times to and fro together
     * @param serverAhead the server's epoch at the time 0
     */
    ModelNetwork(VirtualTime time, ModelBucket bucket, Random random, long shortest, long longest, long serverAhead) {
        this.time = time;
        this.bucket = bucket;
        this.random = random;
        this.shortest = shortest;
        this.longest = longest;
        this.serverAhead = serverAhead;
    }

    void send(Object client, Consumer<RateLimitStatus> receiver) {
        long both = latency();
        long there = (long) (both * (0.2 + 0.6 * random.nextDouble()));
        time.at(time.now() + there, () -> {
            RateLimitStatus answer = bucket.take(client, time.now() + serverAhead);
            refused += answer.refused() ? 1 : 0;
            time.at(time.now() + both - there, () -> receiver.accept(answer));
        });
    }

    /** The same, for callers who know when there is room: the request waits at the server, and is never refused. */
    void sendWithForesight(Object client, Runnable receiver) {
        long both = latency();
        long there = (long) (both * (0.2 + 0.6 * random.nextDouble()));
        time.at(time.now() + there, () -> arrive(client, both - there, receiver));
    }

    private void arrive(Object client, long back, Runnable receiver) {
        long room = bucket.roomAt(time.now() + serverAhead) - serverAhead;
        if (room > time.now()) {
            time.at(room, () -> arrive(client, back, receiver));
        } else {
            bucket.take(client, time.now() + serverAhead);
            time.at(time.now() + back, receiver);
        }
    }

    private long latency() {
        return shortest + (long) (random.nextDouble() * (longest - shortest));
    }

    /** Takes a call of a client that waits for nothing and repeats nothing. */
    void takeByForeigner(Object client) {
        bucket.take(client, time.now() + serverAhead);
    }

    /** Answers of 429 to those who asked by {@link #send}. */
    int refused() {
        return refused;
    }
}
