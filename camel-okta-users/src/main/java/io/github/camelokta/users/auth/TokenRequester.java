/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.auth.key.PrivateKeyText;
import io.github.camelokta.users.auth.key.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Asks Okta for a token: with what Okta wants changed, but never twice with the same. */
final class TokenRequester {
    private static final String PATH = "/oauth2/v1/token";
    /** A plain one, one with a proof, one with a nonce, one with the key read again. */
    private static final int MOST_REQUESTS = 4;

    /** Long enough for a clock that is minutes behind; Okta takes up to an hour. */
    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(10);

    private final OrgUrl org;
    private final URI url;
    private final TokenTransport transport;
    private final String clientId;
    private final Clock wallClock;
    private final PrivateKeyText key;
    private final Dpop dpop;
    private final LongSupplier clock;
    private final Pause limit = new Pause();
    private volatile String lastAssertion = "";

    /**
     * @param wallClock for the life of an assertion
     * @param clock nanoseconds, as {@link System#nanoTime()}
     */
    TokenRequester(
            OrgUrl org,
            TokenTransport transport,
            String clientId,
            Clock wallClock,
            PrivateKeyText key,
            Dpop dpop,
            LongSupplier clock) {
        this.org = org;
        this.url = TokenTransport.url(org, PATH);
        this.transport = transport;
        this.clientId = clientId;
        this.wallClock = wallClock;
        this.key = key;
        this.dpop = dpop;
        this.clock = clock;
    }

    /**
     * @param scopes parted by blanks
     * @throws CredentialsException if Okta gives no token
     */
    AccessToken request(String scopes) {
        refuseWhileLimited(scopes);
        for (int left = MOST_REQUESTS - 1; ; left--) {
            SigningKey signing = key.key();
            String nonce = dpop.tokenNonce();
            long askedAt = clock.getAsLong();
            Map<String, String> proof = dpop.headersForToken(url, nonce);
            String assertion = assertion(signing);
            lastAssertion = assertion;
            TokenResponse answer = post(scopes, assertion, proof);
            dpop.learnTokenNonce(answer.dpopNonce());
            if (answer.isRateLimited()) {
                throw limited(scopes, answer, assertion);
            }
            limit.release();
            if (answer.isSuccess()) {
                return AccessToken.read(answer, scopes, askedAt, dpop);
            }
            TokenErrorResponse refusal = TokenErrorResponse.parse(answer, List.of(key.text(), assertion));
            if (left == 0 || !isRemedied(refusal, answer.dpopNonce(), signing, proof.isEmpty(), nonce)) {
                throw new CredentialsException(
                        refusal.sentence(scopes, dpop, wallClock.instant()), refusal.isPassing(), null);
            }
        }
    }

    /**
     * With which the app proves that it has its private key (RFC 7523). It carries no time of issue, which Okta does not need:
     * on a machine whose clock is ahead it would lie in the future.
     */
    private String assertion(SigningKey signing) {
        return signing.sign(new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(url.toString())
                .expirationTime(Date.from(wallClock.instant().plus(ASSERTION_LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /** The endpoint's limit is one for all scopes, and so is the pause. */
    private void refuseWhileLimited(String scopes) {
        long left = limit.left(clock.getAsLong());
        if (left > 0) {
            throw new CredentialsException(
                    "no access token for " + scopes + ": the rate limit of Okta's token endpoint is used up",
                    Duration.ofNanos(left),
                    null);
        }
    }

    private CredentialsException limited(String scopes, TokenResponse answer, String assertion) {
        long pause = limit.refused(clock.getAsLong(), answer.retryAfter());
        String sentence = TokenErrorResponse.parse(answer, List.of(key.text(), assertion))
                .sentence(scopes, dpop, wallClock.instant());
        return new CredentialsException(sentence, Duration.ofNanos(pause), null);
    }

    /** Until when the endpoint is not asked. Refusals in a row make it longer, whatever they ask for. */
    private static final class Pause {
        private static final int MOST_DOUBLINGS = 5;

        private long until;
        private int refusals;

        /** In nanoseconds; 0 or less if there is no pause. */
        synchronized long left(long now) {
            return refusals == 0 ? 0 : until - now;
        }

        /** @return how long the pause is, in nanoseconds */
        synchronized long refused(long now, Duration asked) {
            long least = Duration.ofSeconds(1).toNanos() << Math.min(refusals, MOST_DOUBLINGS);
            long pause = Math.max(asked.toNanos(), least);
            refusals++;
            until = now + pause;
            return pause;
        }

        synchronized void release() {
            refusals = 0;
        }
    }

    /** What Okta's answers may still repeat. */
    List<String> secrets() {
        return List.of(key.text(), lastAssertion);
    }

    private TokenResponse post(String scopes, String assertion, Map<String, String> proof) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", scopes);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        try {
            return transport.post(org, PATH, proof, encoded(form));
        } catch (IOException e) {
            throw new CredentialsException(
                    "no access token for " + scopes + ": the token endpoint gave no whole answer: "
                            + TokenErrorResponse.shown(e.getMessage(), List.of(assertion)),
                    true,
                    e);
        }
    }

    /**
     * Whether the next request is another one than that which was refused.
     *
     * @param newNonce that of the answer; null for none
     * @param plain whether the request carried no proof
     * @param nonce that of the request; null for none
     */
    private boolean isRemedied(
            TokenErrorResponse refusal, String newNonce, SigningKey refused, boolean plain, String nonce) {
        if (refusal.is("invalid_dpop_proof") || refusal.is("use_dpop_nonce")) {
            boolean newsToUs = plain || refusal.is("use_dpop_nonce") && newNonce != null && !newNonce.equals(nonce);
            return newsToUs && dpop.demanded();
        }
        if (refusal.is("invalid_client") || refusal.status() == 401) {
            try {
                return key.readAgain(refused);
            } catch (IllegalArgumentException e) {
                // It may be in the middle of being written.
                throw new CredentialsException(e.getMessage(), true, null);
            }
        }
        return false;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
