/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.camelokta.users.auth.key.SigningKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/**
 * Makes the assertions with which a service app proves that it has its private key (RFC 7523). They carry no time of issue,
 * which Okta does not need: on a machine whose clock is ahead it would lie in the future.
 */
final class ClientAssertions {
    /** Long enough for a clock that is minutes behind; Okta takes up to an hour. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final String clientId;
    private final Clock clock;

    ClientAssertions(String clientId, Clock clock) {
        this.clientId = clientId;
        this.clock = clock;
    }

    /** An assertion for one request to this URL. */
    String create(SigningKey key, URI audience) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience.toString())
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }
}
