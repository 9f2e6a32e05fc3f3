/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.AnswerTooLongException;
import io.github.camelokta.users.http.NotSentException;
import java.io.IOException;
import java.util.Set;

/** What is known of an attempt that did not succeed, as far as it matters for sending the call again. */
enum Failure {
    /** There was no connection to send it on, and soon there may be one: nothing was done. */
    NOT_SENT,
    /** It was ended here before it was sent, by a stop or an interrupt: nothing was done, and the caller may send it again. */
    ENDED,
    /** Okta refused it, or the token for it, because of a rate limit: nothing was done. */
    RATE_LIMITED,
    /** Okta is in read-only mode: nothing was done. */
    READ_ONLY,
    /** The credential was refused: nothing was done, and fresh credentials may help. */
    UNAUTHORIZED,
    /** Okta is still activating the user and asks to come back in some minutes: nothing was done. */
    ACTIVATING,
    /** No whole answer, or one that leaves it open: Okta may have done it. */
    IN_DOUBT,
    /** An answer that is too long, or does not fit the class it is to be bound to: Okta may have done it, and would answer so again. */
    UNREADABLE,
    /** Okta said no, or the call cannot be made: it would fail again. */
    FINAL;

    /** Whether Okta may have done it. */
    boolean leavesDoubt() {
        return this == IN_DOUBT || this == UNREADABLE;
    }

    /** Of something in between that waited for Okta no longer, or whose caller did. */
    private static final Set<Integer> GIVEN_UP_ON = Set.of(408, 499);
    /** Proxies have numbers of their own from here on, such as 520 to 529, 598 and 599. */
    private static final int SERVER_ERROR = 500;
    /** The method or the version of HTTP is not served, or a network wants people to sign in first. */
    private static final Set<Integer> NOT_SERVED = Set.of(501, 505, 511);

    /**
     * After an error answer.
     *
     * @param code Okta's error code; null if the answer is not Okta's but that of something in between, behind which Okta may
     *     have acted
     */
    static Failure of(int status, String code) {
        if (status == 429) {
            // E0000118 is no rate limit: a mail went to that address a moment ago. What else was done is not
            // documented.
            return "E0000118".equals(code) ? IN_DOUBT : RATE_LIMITED;
        }
        if (status == 401) {
            return "E0000015".equals(code) ? FINAL : UNAUTHORIZED;
        }
        if (status == 503 && "E0000010".equals(code)) {
            return READ_ONLY;
        }
        if ("E0000112".equals(code)) {
            return ACTIVATING;
        }
        boolean failed = status >= SERVER_ERROR && !NOT_SERVED.contains(status);
        return failed || GIVEN_UP_ON.contains(status) ? IN_DOUBT : FINAL;
    }

    /** After no answer, or none that could be read to its end. */
    static Failure of(IOException failure) {
        if (failure instanceof NotSentException notSent) {
            if (notSent.retryAfter() != null) {
                return RATE_LIMITED;
            }
            return switch (notSent.remedy()) {
                case ANOTHER_ATTEMPT -> NOT_SENT;
                case ANOTHER_CALL -> ENDED;
                case NONE -> FINAL;
            };
        }
        return failure instanceof AnswerTooLongException ? UNREADABLE : IN_DOUBT;
    }
}
