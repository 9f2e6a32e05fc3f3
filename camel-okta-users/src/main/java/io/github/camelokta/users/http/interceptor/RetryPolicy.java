/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.operation.Repeat;

/** Answers whether a failed call may be sent again as it is. The only place that does. */
final class RetryPolicy {

    /** What to do after a failed attempt. */
    enum Then {
        GIVE_UP,
        /** The rate limit, or fresh credentials, say when. */
        REPEAT_AT_ONCE,
        REPEAT_AFTER_PAUSE,
        /** Repeat if a read, made after a pause, shows that the effect does not stand. */
        LOOK_FIRST
    }

    private RetryPolicy() {}

    /**
     * @param unauthorizedBefore whether an earlier attempt of this call was refused with 401 too
     */
    static Then after(Repeat repeat, Failure failure, boolean unauthorizedBefore) {
        if (repeat == Repeat.DESTRUCTIVE) {
            return Then.GIVE_UP;
        }
        return switch (failure) {
            case RATE_LIMITED -> Then.REPEAT_AT_ONCE;
            case UNAUTHORIZED -> unauthorizedBefore ? Then.GIVE_UP : Then.REPEAT_AT_ONCE;
            case NOT_SENT, READ_ONLY -> Then.REPEAT_AFTER_PAUSE;
            case IN_DOUBT -> inDoubt(repeat);
            case UNREADABLE -> repeat == Repeat.STATE_GUARDED ? Then.LOOK_FIRST : Then.GIVE_UP;
            case ENDED, ACTIVATING, FINAL -> Then.GIVE_UP;
        };
    }

    private static Then inDoubt(Repeat repeat) {
        return switch (repeat) {
            case SAFE, CONVERGES -> Then.REPEAT_AFTER_PAUSE;
            case STATE_GUARDED -> Then.LOOK_FIRST;
            case NEVER, DESTRUCTIVE -> Then.GIVE_UP;
        };
    }

    /**
     * Whether a caller may send the call again later, without harm and with hope.
     *
     * @param undone whether a read has shown that the effect of the last attempt does not stand
     */
    static boolean isRetryable(Repeat repeat, Failure failure, boolean undone) {
        if (repeat == Repeat.DESTRUCTIVE) {
            return false;
        }
        return switch (failure) {
            case NOT_SENT, ENDED, RATE_LIMITED, READ_ONLY, ACTIVATING -> true;
            case IN_DOUBT -> undone || inDoubt(repeat) == Then.REPEAT_AFTER_PAUSE;
            case UNREADABLE -> undone;
            case UNAUTHORIZED, FINAL -> false;
        };
    }
}
