/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An answer of the token endpoint that is no token.
 *
 * @param error such as {@code invalid_client}; empty if the answer is not Okta's
 * @param description for people; empty if there is none
 * @param date when Okta answered, by its own clock; null where it does not say
 */
record TokenErrorResponse(int status, String error, String description, Instant date) {
    private static final ObjectMapper JSON = OktaJson.mapper();
    private static final Pattern ERROR = Pattern.compile("[A-Za-z0-9_.]{1,50}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\v]+");
    private static final String MASKED = "xxxxxx";
    private static final int LONGEST = 200;
    /** Okta allows for some minutes. */
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(2);

    /**
     * Reads both shapes that Okta uses there: OAuth's, and that of its own API.
     *
     * @param secrets to be masked in what Okta says
     */
    static TokenErrorResponse parse(TokenResponse answer, List<String> secrets) {
        JsonNode json;
        try {
            json = JSON.readTree(answer.body());
        } catch (IOException e) {
            json = null;
        }
        String error = text(json, "error", "errorCode");
        return new TokenErrorResponse(
                answer.status(),
                ERROR.matcher(error).matches() ? error : "",
                shown(text(json, "error_description", "errorSummary"), secrets),
                answer.date());
    }

    /** What others say: on one line, masked, and then cut, since half a secret would not be found any more. */
    static String shown(String text, List<String> secrets) {
        String line = String.valueOf(text);
        for (String secret : secrets) {
            line = secret.isEmpty() ? line : line.replace(secret, MASKED);
        }
        line = UNPRINTABLE.matcher(line).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    boolean is(String code) {
        return error.equals(code);
    }

    /** Whether it may be gone soon. */
    boolean isPassing() {
        return status == 429 || status >= 500;
    }

    /**
     * One sentence with the remedy.
     *
     * @param scopes what was asked for
     * @param now by this machine's clock
     */
    String sentence(String scopes, Dpop dpop, Instant now) {
        return "no access token for " + scopes + ": Okta answered " + status + (error.isEmpty() ? "" : " " + error)
                + (description.isEmpty() ? "" : " (" + description + ")") + "; " + clock(now) + remedy(scopes, dpop);
    }

    /** A signature is refused for its times too, and Okta does not always say so. */
    private String clock(Instant now) {
        boolean timed = error.equals("invalid_client") || error.equals("invalid_dpop_proof");
        if (!timed || date == null || Duration.between(date, now).abs().compareTo(LARGEST_SKEW) < 0) {
            return "";
        }
        long minutes = Duration.between(date, now).abs().toMinutes();
        return "the clock of this machine is " + minutes + " min " + (now.isAfter(date) ? "ahead of" : "behind")
                + " Okta's (" + now.truncatedTo(ChronoUnit.SECONDS) + " here, " + date
                + " there), so that what it signs may be refused: set the clock; if it is right, ";
    }

    private String remedy(String scopes, Dpop dpop) {
        return switch (error) {
            case "invalid_client" ->
                "check oauthClientId, and that the app has the public key of privateKey, under the id oauthKeyId if that is set";
            case "invalid_scope" ->
                (scopes.contains(" ") ? "grant each of these scopes" : "grant this scope")
                        + " to the app of oauthClientId, or set oauthScopes to what it is granted";
            case "unauthorized_client", "unsupported_grant_type" ->
                "the app of oauthClientId must be an API Services app that signs in with a private key";
            case "access_denied" -> "the app of oauthClientId needs an admin role, or its scopes a grant";
            case "invalid_dpop_proof" ->
                dpop.mode() == Dpop.Mode.FALSE
                        ? "the app demands DPoP: set dpop to auto"
                        : "the DPoP proof was refused: check the clock of this machine";
            case "use_dpop_nonce" ->
                dpop.mode() == Dpop.Mode.FALSE
                        ? "the app demands DPoP: set dpop to auto"
                        : "the DPoP nonce was refused, as something in between may have changed it";
            default -> remedyOfStatus();
        };
    }

    private String remedyOfStatus() {
        if (isPassing()) {
            return "try again later";
        }
        if (status >= 300 && status < 400 || status == 404) {
            return "check orgUrl: the token endpoint of the org was not there";
        }
        if (error.isEmpty()) {
            return "the answer is not Okta's: check orgUrl and any proxy in between";
        }
        return "check oauthClientId, privateKey, oauthKeyId and oauthScopes";
    }

    private static String text(JsonNode json, String field, String otherField) {
        if (json == null) {
            return "";
        }
        JsonNode value = json.path(field).isTextual() ? json.path(field) : json.path(otherField);
        return value.isTextual() ? value.asText() : "";
    }
}
