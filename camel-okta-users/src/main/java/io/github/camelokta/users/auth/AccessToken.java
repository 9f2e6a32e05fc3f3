/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.TokenAge;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A token of Okta's, and how long it is good for on the clock of {@link System#nanoTime()}.
 *
 * @param scheme {@code Bearer} or {@code DPoP}
 * @param askedAt when the request for it left
 * @param dueAt from then on a new one should be asked for
 * @param endsAt from then on this one is not sent any more
 */
record AccessToken(String scheme, String value, long askedAt, long dueAt, long endsAt) {
    private static final ObjectMapper JSON = OktaJson.mapper();
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    /** Where the answer does not say. Okta always does, an hour. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(1);

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    private static final long SHARE = 10;

    /**
     * The token in a success of the token endpoint.
     *
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
        return of(bound ? "DPoP" : "Bearer", value, askedAt, life(json));
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

    /**
     * A token that is due five minutes before its end, or a tenth of its life if that is less, and not sent in the last
     * tenth of that margin.
     *
     * @param askedAt when the request for it left; Okta counts from later on
     */
    static AccessToken of(String scheme, String value, long askedAt, Duration life) {
        long margin = Math.min(LONGEST_MARGIN.toNanos(), life.toNanos() / SHARE);
        long end = askedAt + life.toNanos();
        return new AccessToken(scheme, value, askedAt, end - margin, end - margin / SHARE);
    }

    String authorization() {
        return scheme + " " + value;
    }

    boolean isUsable(long now) {
        return now - endsAt < 0;
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    /** The same token, for which no new one is asked before then. */
    AccessToken dueAt(long later) {
        return new AccessToken(scheme, value, askedAt, later, endsAt);
    }

    TokenAge age(String scopes, long now) {
        return new TokenAge(scopes, Duration.ofNanos(now - askedAt), Duration.ofNanos(Math.max(0, endsAt - now)));
    }

    @Override
    public String toString() {
        return scheme + " token";
    }
}
