/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ServerClock.SECOND;

/**
 * When the current window of a bucket is surely over. Two things bound that: Okta cuts off the fraction of Reset, so the end is
 * before the next second; and no window lasts longer than 60 s, so the end is within 60 s of its first answer. All times
 * monotonic.
 */
final class Window {
    /** With what two clocks may drift apart in it. */
    private static final long LONGEST = 60 * SECOND + SECOND / 100;

    private static final long FIRST_PAUSE = SECOND / 4;
    private static final int MOST_DOUBLINGS = 7;

    private final ServerClock clock;
    private long reset = Long.MIN_VALUE;
    private long firstAnswer;
    private long length;
    private long slack;
    private long notBefore;
    private int tooEarly;

    Window(ServerClock clock) {
        this.clock = clock;
    }

    long reset() {
        return reset;
    }

    void open(RateLimitStatus answer, long now) {
        reset = answer.reset();
        firstAnswer = now;
        notBefore = Long.MIN_VALUE;
        tooEarly = 0;
        if (answer.date() >= 0) {
            length = Math.max(length, (answer.reset() - answer.date()) * SECOND);
        }
    }

    /** From here on a new window is surely there. */
    long end() {
        return Math.max(notBefore, Math.min(clock.surelyAt(reset + 1), firstAnswer + LONGEST + slack));
    }

    /** From here on a new window is there if Reset is exact, as it is where windows end on whole seconds. */
    long boundary() {
        return clock.surelyAt(reset);
    }

    /** A call that was sent after the end was refused for this very window. */
    void wasNotOver(long now) {
        // Never seen in recorded answers; if it is so after all, the bound of 60 s is the wrong one of the two.
        slack = 2 * SECOND;
        notBefore = now + (FIRST_PAUSE << Math.min(tooEarly, MOST_DOUBLINGS));
        tooEarly++;
    }

    /**
     * Whether the calls lost between boundary and end outweigh a permit: it is kept to probe for the new window at the boundary.
     */
    boolean isWorthAProbe(int limit) {
        long unsure = end() - boundary();
        return unsure > 0 && length > 0 && limit * (unsure / 1000) >= 4 * (length / 1000);
    }

    /** Whether a second more or less is a good part of the window; Okta's own are not so. */
    boolean isShort() {
        return length > 0 && length <= LONGEST / 4;
    }

    /** No window of this bucket is surely shorter than this. */
    long shortest() {
        return Math.max(0, length - 2 * SECOND);
    }
}
