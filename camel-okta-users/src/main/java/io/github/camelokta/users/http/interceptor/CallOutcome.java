/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;

/** What a call came to, in few words. */
public enum CallOutcome {
    SUCCESS,
    /** Okta's rate limit: a 429, or a wait that would have been too long. */
    RATE_LIMITED,
    /** Okta refused it with another 3xx or 4xx. */
    CLIENT_ERROR,
    /** Okta failed with a 5xx. */
    SERVER_ERROR,
    /** There was no answer, or none that could be read. */
    NO_ANSWER;

    static CallOutcome of(OktaUsersException failure) {
        int status = failure.getStatusCode();
        if (failure instanceof OktaRateLimitException) {
            return RATE_LIMITED;
        }
        if (status >= 500) {
            return SERVER_ERROR;
        }
        return status >= 300 ? CLIENT_ERROR : NO_ANSWER;
    }
}
