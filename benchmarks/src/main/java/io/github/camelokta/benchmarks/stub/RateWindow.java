/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

/** A rate limit in fixed windows that begin at multiples of their length. */
final class RateWindow {
    /** A limit that nobody reaches. */
    static final RateWindow WIDE = new RateWindow(100_000_000, 60);

    private final int limit;
    private final int seconds;
    private long window;
    private int used;

    RateWindow(int limit, int seconds) {
        this.limit = limit;
        this.seconds = seconds;
    }

    /**
     * What a call is told.
     *
     * @param reset epoch second of the window's end
     */
    record Turn(boolean refused, int limit, int remaining, long reset) {}

    synchronized Turn take(long epochSecond) {
        long now = epochSecond / seconds;
        if (now != window) {
            window = now;
            used = 0;
        }
        boolean refused = used >= limit;
        if (!refused) {
            used++;
        }
        return new Turn(refused, limit, limit - used, (now + 1) * seconds);
    }
}
