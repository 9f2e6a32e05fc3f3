/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.key.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Stands for who calls, wherever the set was given: Okta counts calls by token or by app. Holds no credential.
 *
 * @param key a hash, or the credentials bean itself
 */
public record Caller(Object key) {
    /** Of these the first that is given tells who calls. */
    private static final Option[] IDENTITIES = {Option.token, Option.accessToken, Option.oauthClientId};

    /** Equal for sets with the same token, app or bean. */
    public static Caller of(OrgSettings settings) {
        if (settings.credentials() != null) {
            return new Caller(settings.credentials());
        }
        return new Caller(Arrays.stream(IDENTITIES)
                .map(settings::value)
                .filter(Objects::nonNull)
                .findFirst()
                .map(value -> hash(SecretText.withoutScheme(value)))
                .orElse(""));
    }

    /** What kind of credential the set holds, for people. */
    public static String kindOf(OrgSettings settings) {
        if (settings.credentials() != null) {
            return "bean";
        }
        if (settings.has(Option.token)) {
            return "api-token";
        }
        return settings.has(Option.accessToken) ? "access-token" : "service-app";
    }

    static String hash(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Caller";
    }
}
