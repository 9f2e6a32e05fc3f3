/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.limit.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads what an answer says about the rate limit. */
final class RateLimitHeaders {
    static final int TOO_MANY_REQUESTS = 429;
    /** After a refusal for too many calls at once, whose Reset means nothing, or without a Reset. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private RateLimitHeaders() {}

    static Answer read(OktaResponse response) {
        return new Answer(
                response.status() == TOO_MANY_REQUESTS,
                number(response, "X-Rate-Limit-Limit"),
                number(response, "X-Rate-Limit-Remaining"),
                number(response, "X-Rate-Limit-Reset"),
                date(response));
    }

    /** How long the limit is used up, by Okta's own clock; Reset has no fraction, so one second is added. */
    static Duration untilReset(OktaResponse response) {
        Answer answer = read(response);
        boolean known = answer.limit() > 0 && answer.date() > 0 && answer.reset() >= answer.date();
        return known ? Duration.ofSeconds(answer.reset() - answer.date() + 1) : SOON;
    }

    private static long number(OktaResponse response, String name) {
        return response.number(name).orElse(Answer.UNKNOWN);
    }

    private static long date(OktaResponse response) {
        try {
            return response.header("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toEpochSecond())
                    .orElse(Answer.UNKNOWN);
        } catch (DateTimeException e) {
            return Answer.UNKNOWN;
        }
    }
}
