/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.operation.Repeat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a failure into one line: what failed, Okta's error code and the first cause. Quoted values are left out, since causes
 * repeat what the caller sent; so is the summary, which names logins.
 */
final class ErrorTranslator {
    /** From a quotation mark to its partner or, if it has none, to the end. An apostrophe inside a word is no such mark. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?s)(?<![\\p{L}\\p{N}])['\u2018].*?(?:['\u2019](?![\\p{L}\\p{N}])|$)|\"[^\"]*(?:\"|$)|`[^`]*(?:`|$)"
                    + "|\u201c[^\u201d]*(?:\u201d|$)");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\v]+");
    private static final Pattern INSUFFICIENT_SCOPE = Pattern.compile("error\\s*=\\s*\"?insufficient_scope\\b");
    private static final Pattern SCOPE = Pattern.compile("[\\s,]scope\\s*=\\s*\"?([\\w.: ]{1,200})");
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_CAUSE = 200;

    private final Redactor mask;
    private final Clock clock;

    /**
     * @param clock this machine's, for telling users when to come again
     */
    ErrorTranslator(Redactor mask, Clock clock) {
        this.mask = mask;
        this.clock = clock;
    }

    OktaUsersException failed(OktaRequest request, Attempt outcome, Ending ending) {
        boolean retryable = RetryPolicy.isRetryable(request.repeat(), outcome.kind(), ending.undone());
        OktaUsersException.Builder failure;
        if (outcome.isUnreadable()) {
            failure = unreadable(request, outcome, ending);
        } else if (outcome.response() == null) {
            failure = unanswered(request, outcome, ending);
        } else {
            failure = refused(request, outcome, ending);
        }
        return failure.operation(request.operation().name())
                .retryable(retryable)
                .attempts(ending.attempts())
                .inDoubt(isInDoubt(request, outcome, ending))
                .build();
    }

    private static boolean isInDoubt(OktaRequest request, Attempt outcome, Ending ending) {
        boolean doubted = ending.doubted() || outcome.kind().leavesDoubt();
        return doubted && !ending.undone() && request.repeat() != Repeat.SAFE;
    }

    private static OktaUsersException.Builder unreadable(OktaRequest request, Attempt outcome, Ending ending) {
        OktaResponse response = outcome.response();
        return OktaUsersException.of(UnreadableAnswer.message(request, response, outcome.failure()) + ending)
                .status(response.status())
                .requestId(response.header("X-Okta-Request-Id").orElse(null));
    }

    private OktaUsersException.Builder unanswered(OktaRequest request, Attempt outcome, Ending ending) {
        if (outcome.failure() instanceof NotSentException notSent) {
            String sentence = mask.mask(notSent.getMessage());
            String what = isInDoubt(request, outcome, ending)
                    ? "an earlier attempt may have been carried out, and the last one was not sent to "
                    : "nothing was sent to ";
            return failure(request, what + request.org() + ": " + sentence + ending, outcome)
                    .retryAt(
                            notSent.retryAfter() == null
                                    ? null
                                    : clock.instant().plus(notSent.retryAfter()));
        }
        String known = ending.undone() ? "" : ", and whether Okta acted is not known";
        String sentence = shown(mask.mask(String.valueOf(outcome.failure().getMessage())));
        return failure(
                request, "no whole answer came from " + request.org() + known + ": " + sentence + ending, outcome);
    }

    private OktaUsersException.Builder refused(OktaRequest request, Attempt outcome, Ending ending) {
        OktaResponse response = outcome.response();
        OktaError error = OktaError.parse(response.body());
        List<String> causes = error.causes().stream().map(mask::mask).toList();
        String requestId = response.header("X-Okta-Request-Id").orElse(null);
        StringBuilder message = new StringBuilder(request.operation().name())
                .append(" failed: Okta answered ")
                .append(response.status());
        String scope = missingScope(response);
        String code = error.code() == null && scope != null ? "insufficient_scope" : error.code();
        if (code != null) {
            message.append(' ').append(shown(code));
        }
        if (!causes.isEmpty()) {
            message.append(": ").append(shown(causes.get(0)));
        } else if ("E0000007".equals(error.code())) {
            message.append(": not found; check the ids, and that the user is not deactivated");
        } else if (response.status() == NOT_FOUND && error.code() == null) {
            message.append(
                    ": the answer holds no error of Okta's, so nothing is known to be absent; check orgUrl and the"
                            + " proxy");
        }
        message.append(remedy(response.status(), code, scope));
        if (requestId != null) {
            message.append(" (request id ").append(shown(requestId)).append(')');
        }
        if (isInDoubt(request, outcome, ending) && !outcome.kind().leavesDoubt()) {
            message.append("; an earlier attempt may have been carried out");
        }
        message.append(ending);
        return OktaUsersException.of(message.toString())
                .status(response.status())
                .error(mask.mask(code), mask.mask(error.summary()), causes, mask.mask(error.id()))
                .requestId(mask.mask(requestId))
                .retryAt(retryAt(response));
    }

    private Instant retryAt(OktaResponse response) {
        if (response.status() != RateLimitHeaders.TOO_MANY_REQUESTS) {
            return null;
        }
        return clock.instant().plus(RateLimitHeaders.untilRetry(response));
    }

    /** HttpClient quotes what is no HTTP: a cause that would show a credential is left out. */
    private OktaUsersException.Builder failure(OktaRequest request, String what, Attempt outcome) {
        return OktaUsersException.of(request.operation().name() + " failed: " + what)
                .cause(mask.isNeededFor(outcome.failure()) ? null : outcome.failure());
    }

    private String remedy(int status, String code, String scope) {
        if (status == 401 && "E0000015".equals(code)) {
            return "; the org lacks the feature";
        }
        if (status == 401) {
            return "; the credential was refused: check that it is valid, not expired and of this org";
        }
        if (scope != null) {
            return "; the access token lacks the scope " + shown(scope)
                    + ": grant it to the app of oauthClientId (in the"
                    + " admin console, Okta API Scopes of the app), and name it in oauthScopes if that is set";
        }
        if ("E0000006".equals(code)) {
            return "; the credential lacks the permission: check its admin role and scopes";
        }
        if (status >= 300 && status < 400) {
            return "; a redirect is not followed: check orgUrl";
        }
        return "";
    }

    /** By RFC 6750 and 9449, in the challenge of a 403 that may have no body; null if no scope is missing. */
    private static String missingScope(OktaResponse response) {
        if (response.status() != 403) {
            return null;
        }
        return response.header("WWW-Authenticate")
                .filter(challenge -> INSUFFICIENT_SCOPE.matcher(challenge).find())
                .map(challenge -> {
                    Matcher scope = SCOPE.matcher(challenge);
                    return scope.find() ? scope.group(1) : "that the operation needs";
                })
                .orElse(null);
    }

    private String shown(String text) {
        String line = CONTROL.matcher(QUOTED.matcher(mask.mask(text)).replaceAll("..."))
                .replaceAll(" ");
        return line.length() <= LONGEST_CAUSE ? line : line.substring(0, LONGEST_CAUSE) + "...";
    }
}
