/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.http.OktaResponse;
import java.util.List;
import org.apache.camel.Message;

/** Shows an answer's status and headers as message headers, and takes those of an earlier call away. */
final class ResponseHeaders {
    private static final List<String> ALL = List.of(
            OktaUsersConstants.STATUS_CODE,
            OktaUsersConstants.ATTEMPTS,
            OktaUsersConstants.REQUEST_ID,
            OktaUsersConstants.ETAG,
            OktaUsersConstants.NEXT_AFTER,
            OktaUsersConstants.CHANGED,
            OktaUsersConstants.CALLS,
            OktaUsersConstants.DRY_RUN,
            OktaUsersConstants.RATE_LIMIT_LIMIT,
            OktaUsersConstants.RATE_LIMIT_REMAINING,
            OktaUsersConstants.RATE_LIMIT_RESET);

    private ResponseHeaders() {}

    static void clear(Message message) {
        if (message.hasHeaders()) {
            ALL.forEach(message::removeHeader);
        }
    }

    static void write(OktaResponse response, Message message) {
        if (response.isUnchanged()) {
            message.setHeader(OktaUsersConstants.CHANGED, false);
            return;
        }
        message.setHeader(OktaUsersConstants.STATUS_CODE, response.status());
        if (response.attempts() > 1) {
            message.setHeader(OktaUsersConstants.ATTEMPTS, response.attempts());
        }
        text(response, "X-Okta-Request-Id", message, OktaUsersConstants.REQUEST_ID);
        text(response, "ETag", message, OktaUsersConstants.ETAG);
        number(response, "X-Rate-Limit-Limit", message, OktaUsersConstants.RATE_LIMIT_LIMIT);
        number(response, "X-Rate-Limit-Remaining", message, OktaUsersConstants.RATE_LIMIT_REMAINING);
        number(response, "X-Rate-Limit-Reset", message, OktaUsersConstants.RATE_LIMIT_RESET);
    }

    private static void text(OktaResponse response, String name, Message message, String header) {
        response.header(name).ifPresent(value -> message.setHeader(header, value));
    }

    private static void number(OktaResponse response, String name, Message message, String header) {
        response.number(name).ifPresent(value -> message.setHeader(header, value));
    }
}
