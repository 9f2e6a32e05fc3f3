/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

import io.github.camelokta.examples.offboarding.account.Offboarding;
import io.github.camelokta.examples.offboarding.account.OktaRefusals;
import io.github.camelokta.users.api.OktaUsersException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record on the topic of the failed ones says in its headers. Key and value are those of the leaver's event to the
 * byte, so that it can be sent again as it is, and so that an event that nobody can read survives too.
 */
public final class FailureHeaders {
    /** One line; names no login. */
    public static final String CAUSE = "cause";
    /** Where the leaver's event stands. */
    public static final String EVENT = "event";
    /** {@code true} if the same event may succeed later. */
    public static final String RETRYABLE = "retryable";
    /** The account's id, if it was found. */
    public static final String ACCOUNT = "account";
    /** The calls that Okta took before it failed, separated by commas. */
    public static final String SENT = "sent";
    /** The operation that Okta refused. */
    public static final String OPERATION = "operation";
    /** Okta's error code. */
    public static final String ERROR_CODE = "errorCode";
    /** When it was given up. */
    public static final String FAILED_AT = "failedAt";

    private FailureHeaders() {}

    /**
     * @param offboarding the case; null if the event could not be read
     */
    public static Map<String, Object> of(Throwable failure, Offboarding offboarding, Origin origin, Instant now) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(CAUSE, cause(failure));
        headers.put(EVENT, origin.toString());
        headers.put(RETRYABLE, Boolean.toString(OktaRefusals.mayPass(failure)));
        headers.put(FAILED_AT, now.toString());
        if (offboarding != null && offboarding.account() != null) {
            headers.put(ACCOUNT, offboarding.account().id());
            headers.put(SENT, String.join(",", offboarding.sent()));
        }
        if (failure instanceof OktaUsersException okta) {
            headers.put(OPERATION, okta.getOperation());
            if (okta.getErrorCode() != null) {
                headers.put(ERROR_CODE, okta.getErrorCode());
            }
        }
        return headers;
    }

    private static String cause(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message.replaceAll("\\p{Cntrl}+", " ");
    }
}
