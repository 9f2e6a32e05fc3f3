/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ServerClock.SECOND;

import java.util.function.DoubleSupplier;

/**
 * An adaptive limit of how many calls of ours run at once in an org. There is none until Okta refuses a call for that reason.
 * From then on an answer makes room for one call, and a refusal for none: what Okta has not refused is what it has room for, so
 * that a herd of refusals leaves just that. After rounds of answers without a refusal the limit is raised by one, ever more
 * rarely while that is refused. Only where nothing of ours runs, and so no answer can tell, time must: pauses that grow.
 */
final class ConcurrencyLimit {
    static final int NONE = Integer.MAX_VALUE;
    /** So many at once are more than any org allows. */
    private static final int HIGHEST = 1000;
    /** Of the rounds between two raises, and of the pauses. */
    private static final int MOST_DOUBLINGS = 3;

    private static final long SHORTEST_PAUSE = SECOND / 10;
    private static final long LONGEST_FIRST_PAUSE = SECOND / 2;
    private static final long LONGEST_PAUSE = 2 * SECOND;

    private final DoubleSupplier random;
    private int limit = NONE;
    private int inFlight;
    private int clean;
    private boolean raised;
    private int doublings;
    private int pauses;
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
        pauses = 0;
        if (limit != NONE && ++clean >= (long) limit << doublings) {
            clean = 0;
            // One that was raised before and not refused since is no longer on trial.
            doublings = raised ? 0 : doublings;
            raised = true;
            limit = limit < HIGHEST ? limit + 1 : NONE;
        }
    }

    void refused(long now) {
        inFlight--;
        clean = 0;
        doublings = raised ? Math.min(doublings + 1, MOST_DOUBLINGS) : 0;
        raised = false;
        limit = Math.max(1, Math.min(limit - 1, inFlight));
        if (inFlight == 0) {
            long pause = SHORTEST_PAUSE + (long) (random.getAsDouble() * (LONGEST_FIRST_PAUSE - SHORTEST_PAUSE));
            pausedUntil = now + Math.min(LONGEST_PAUSE, pause << Math.min(pauses, MOST_DOUBLINGS));
            pauses++;
        }
    }
}
