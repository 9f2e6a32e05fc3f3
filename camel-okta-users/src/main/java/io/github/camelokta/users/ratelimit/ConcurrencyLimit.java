/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ServerClock.SECOND;

import java.util.function.DoubleSupplier;

/**
 * How many calls may run at once in an org. Without bound until Okta refuses one for that reason; then a quarter less, and one
 * more after each round of answers without such a refusal.
 */
final class ConcurrencyLimit {
    static final int NONE = Integer.MAX_VALUE;
    /** So many at once are more than any org allows. */
    private static final int HIGHEST = 1000;
    /** A herd is refused as one: cutting for each of it would leave nothing. */
    private static final long CUT_EVERY = SECOND / 2;

    private static final long SHORTEST_PAUSE = SECOND / 10;
    private static final long LONGEST_PAUSE = SECOND / 2;

    private final DoubleSupplier random;
    private int limit = NONE;
    private int inFlight;
    private int clean;
    private long cutAt = Long.MIN_VALUE / 2;
    private long pausedUntil;

    ConcurrencyLimit(DoubleSupplier random) {
        this.random = random;
    }

    /** When the next call may go; {@link BucketLimit#UNKNOWN} if an answer must come first. */
    long earliest(long now) {
        if (now < pausedUntil) {
            return pausedUntil;
        }
        return inFlight < limit ? now : BucketLimit.UNKNOWN;
    }

    int limit() {
        return limit;
    }

    void sent() {
        inFlight++;
    }

    /** A call is over, without an answer of Okta's. */
    void ended() {
        inFlight--;
    }

    void answered() {
        inFlight--;
        if (limit != NONE && ++clean >= limit) {
            clean = 0;
            limit = limit < HIGHEST ? limit + 1 : NONE;
        }
    }

    void refused(long now) {
        inFlight--;
        clean = 0;
        if (now - cutAt > CUT_EVERY) {
            limit = Math.max(1, (int) (Math.min(limit, inFlight + 1L) * 3 / 4));
            cutAt = now;
        }
        pausedUntil = now + SHORTEST_PAUSE + (long) (random.getAsDouble() * (LONGEST_PAUSE - SHORTEST_PAUSE));
    }
}
