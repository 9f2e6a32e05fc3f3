/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.NotSentException;
import java.io.IOException;
import java.util.Set;

/** What is known of an attempt that did not succeed, as far as it matters for sending the call again. */
enum Failure {
    /** There was no connection to send it on, and soon there may be one: nothing was done. */
    NOT_SENT,
    /** Okta refused it because of the rate limit: nothing was done. */
    RATE_LIMITED,
    /** Okta is in read-only mode: nothing was done. */
    READ_ONLY,
    /** The credential was refused: nothing was done, and fresh credentials may help. */
    UNAUTHORIZED,
    /** Okta is still activating the user and asks to come back in some minutes: nothing was done. */
    ACTIVATING,
    /** No whole answer, or one that leaves it open: Okta may have done it. */
    IN_DOUBT,
    /** Okta said no, or the call cannot be made: it would fail again. */
    FINAL;

    private static final Set<Integer> SERVER_ERRORS = Set.of(500, 502, 503, 504);

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
        return SERVER_ERRORS.contains(status) ? IN_DOUBT : FINAL;
    }

    /** After no answer, or none that could be read to its end. */
    static Failure of(IOException failure) {
        if (failure instanceof NotSentException notSent) {
            return notSent.isPassing() ? NOT_SENT : FINAL;
        }
        return IN_DOUBT;
    }
}
