/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

/**
 * The server's clock, as its {@code Date} headers tell it against this machine's monotonic one. What is kept is a lower bound:
 * when an answer is here, the server's clock shows its {@code Date} or later. The wall clock of this machine is never asked.
 */
final class ServerClock {
    static final long SECOND = 1_000_000_000L;
    /** One clock may gain a second on the other in this many: 100 ppm. */
    private static final long DRIFT = 10_000;
    /** A server that is that far behind what was believed has been set anew. */
    private static final long STEP = 10 * SECOND;

    private boolean known;
    private long offset;
    private long since;

    /**
     * @param date in seconds of the server's epoch
     * @param received monotonic
     */
    void observe(long date, long received) {
        long candidate = date * SECOND - received;
        long believed = offset - (received - since) / DRIFT;
        if (!known || candidate > believed || candidate < believed - STEP) {
            known = true;
            offset = candidate;
            since = received;
        }
    }

    /** The monotonic time at which the server's clock surely shows this second; never where no Date was seen. */
    long surelyAt(long second) {
        if (!known) {
            return Long.MAX_VALUE;
        }
        long time = second * SECOND - offset;
        return time + Math.max(0, time - since) / DRIFT;
    }
}
