/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

/**
 * What an answer of Okta's says about the limits; -1 stands for what it does not say.
 *
 * @param refused whether the answer is a 429
 * @param limit calls in a window
 * @param remaining calls left in this window
 * @param reset when the window ends, in seconds of the server's epoch; the fraction is cut off
 * @param date when the server answered, in seconds of the server's epoch; the fraction is cut off
 */
public record RateLimitStatus(boolean refused, long limit, long remaining, long reset, long date) {
    /** What stands for a number that is missing or cannot be read. */
    public static final long UNKNOWN = -1;

    private static final long LATEST_RESET = 3600;
    private static final long EARLIEST_RESET = -5;

    /** Whether too many calls ran at once: Okta says that with a limit of 0, and a reset that means nothing. */
    boolean isTooManyAtOnce() {
        return refused && limit == 0 && remaining == 0;
    }

    /** Whether the numbers can be those of a window. */
    boolean tellsWindow() {
        return limit > 0
                && limit <= Integer.MAX_VALUE
                && remaining >= 0
                && remaining <= limit
                && reset > 0
                && (date < 0 || reset - date >= EARLIEST_RESET && reset - date <= LATEST_RESET);
    }
}
