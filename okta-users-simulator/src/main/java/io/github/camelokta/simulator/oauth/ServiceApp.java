/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An API Services app of the org, which signs in with a private key.
 *
 * <pre>{@code
 * ServiceApp.of("0oaNightly").key(pair.getPublic()).scopes("okta.users.read").requireDpop()
 * }</pre>
 *
 * @param keys the public keys, any of which may verify an assertion
 * @param scopes what the app is granted
 * @param dpopRequired whether it gets only tokens that are bound to a key
 * @param tokenLife how long its tokens are good for
 */
public record ServiceApp(
        String clientId, List<AppKey> keys, Set<String> scopes, boolean dpopRequired, Duration tokenLife) {
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    /**
     * A public key of an app.
     *
     * @param keyId the id that an assertion must name; null if it need not name any
     */
    public record AppKey(String keyId, PublicKey key) {
        boolean fits(String named) {
            return keyId == null || keyId.equals(named);
        }
    }

    /** An app without keys and scopes, whose tokens live for an hour as all of Okta's do. */
    public static ServiceApp of(String clientId) {
        return new ServiceApp(clientId, List.of(), Set.of(), false, ONE_HOUR);
    }

    /** The app with one more key, RSA or EC, which an assertion need not name. */
    public ServiceApp key(PublicKey key) {
        return key(null, key);
    }

    /** The app with one more key, RSA or EC, which an assertion must name by this id. */
    public ServiceApp key(String keyId, PublicKey key) {
        List<AppKey> more =
                Stream.concat(keys.stream(), Stream.of(new AppKey(keyId, key))).toList();
        return new ServiceApp(clientId, more, scopes, dpopRequired, tokenLife);
    }

    /** The app with exactly these scopes. */
    public ServiceApp scopes(String... granted) {
        return new ServiceApp(clientId, keys, Set.of(granted), dpopRequired, tokenLife);
    }

    /** The app, which gets only tokens that are bound to a key. */
    public ServiceApp requireDpop() {
        return new ServiceApp(clientId, keys, scopes, true, tokenLife);
    }

    /** The app with tokens that live this long. */
    public ServiceApp tokenLife(Duration life) {
        return new ServiceApp(clientId, keys, scopes, dpopRequired, life);
    }
}
