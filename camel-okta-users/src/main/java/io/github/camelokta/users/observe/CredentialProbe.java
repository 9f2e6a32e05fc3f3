/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds out with one small read whether Okta takes the credential. */
public final class CredentialProbe {
    /** Nobody waits long for a health check. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final OktaClient client;
    private final OktaRequest request;

    public CredentialProbe(OktaClient client, OrgUrl org) {
        this.client = client;
        this.request = OktaRequest.of(OktaUsersOperation.list, org, List.of(), "limit=1", Map.of(), null);
    }

    /** What came of asking. */
    public enum Finding {
        ACCEPTED,
        /** Okta, or its token endpoint, said no. */
        REFUSED,
        /** Okta failed, or could not be asked. */
        UNREACHABLE,
        /** The rate limit left no room for the question. */
        NOT_ASKED
    }

    /**
     * What is known of the credential.
     *
     * @param why a sentence without secrets; empty where it is accepted
     */
    public record Answer(Finding finding, String why) {}

    /** Asks Okta. A refusal for want of a permission shows that the credential as such was taken. */
    public Answer ask() {
        try {
            client.send(request, CallContext.of(Priority.POLLING, LONGEST_WAIT));
            return new Answer(Finding.ACCEPTED, "");
        } catch (OktaUsersException e) {
            Finding finding = finding(e);
            return new Answer(finding, finding == Finding.ACCEPTED ? "" : e.getMessage());
        }
    }

    private static Finding finding(OktaUsersException e) {
        int status = e.getStatusCode();
        if (e instanceof OktaRateLimitException) {
            return Finding.NOT_ASKED;
        }
        if (status == UNAUTHORIZED || isWithoutCredentials(e)) {
            return Finding.REFUSED;
        }
        return isOktas(e) && status < SERVER_ERROR ? Finding.ACCEPTED : Finding.UNREACHABLE;
    }

    /** A proxy, a page to sign in or an org that moved has no error code. */
    private static boolean isOktas(OktaUsersException e) {
        return e.getErrorCode() != null;
    }

    private static boolean isWithoutCredentials(OktaUsersException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CredentialsException refusal) {
                return !refusal.isPassing();
            }
        }
        return false;
    }
}
