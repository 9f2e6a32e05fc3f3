/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the token out of a success of the token endpoint. */
final class TokenReader {
    private static final ObjectMapper JSON = OktaJson.mapper();
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    /** Where the answer does not say. Okta always does, an hour. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(1);

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private TokenReader() {}

    /**
     * @param scopes what was asked for
     * @param askedAt when, on the clock of {@link System#nanoTime()}
     * @throws CredentialsException if there is no token in it, or none of the wanted kind
     */
    static AccessToken read(TokenResponse answer, String scopes, long askedAt, Dpop dpop) {
        JsonNode json = json(answer);
        String value = json == null ? "" : json.path("access_token").asText();
        if (!TOKEN.matcher(value).matches()) {
            throw new CredentialsException(
                    "no access token for " + scopes + ": Okta answered " + answer.status()
                            + " with something else; check orgUrl and any proxy in between",
                    false,
                    null);
        }
        boolean bound = "DPoP".equalsIgnoreCase(json.path("token_type").asText());
        if (!bound && dpop.mode() == Dpop.Mode.TRUE) {
            throw new CredentialsException(
                    "Okta gave a token for " + scopes
                            + " that is not bound to a key though dpop is true: set it to auto",
                    false,
                    null);
        }
        return AccessToken.of(bound ? "DPoP" : "Bearer", value, askedAt, life(json));
    }

    private static Duration life(JsonNode json) {
        long seconds = json.path("expires_in").asLong();
        return seconds > 0 ? Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds())) : SHORT_LIFE;
    }

    private static JsonNode json(TokenResponse answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return null;
        }
    }
}
