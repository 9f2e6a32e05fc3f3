/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.auth.OrgSettings.Option;
import java.util.ArrayList;
import java.util.List;

/** Makes the credentials of a set, or says in one sentence why it cannot. */
public final class CredentialsFactory {

    private CredentialsFactory() {}

    /**
     * @throws IllegalArgumentException if the set gives no credential, more than one kind, or one that cannot be used
     */
    public static Credentials create(OrgSettings settings) {
        List<String> kinds = kindsIn(settings);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("An org is set on " + settings.source() + " but no credential: set "
                    + settings.source().nameOf(Option.token) + " there too (org and credentials come from one place)");
        }
        if (kinds.size() > 1) {
            throw new IllegalArgumentException("More than one kind of credential is set on " + settings.source() + ": "
                    + String.join(" and ", kinds) + "; keep one");
        }
        if (settings.credentials() != null) {
            return settings.credentials();
        }
        if (settings.has(Option.token)) {
            return token(settings, "SSWS", Option.token);
        }
        if (settings.has(Option.accessToken)) {
            return token(settings, "Bearer", Option.accessToken);
        }
        throw new IllegalArgumentException(
                "Signing in with " + kinds.get(0) + " (an OAuth 2.0 service app with a private"
                        + " key) is not part of this version: set token or accessToken instead");
    }

    private static Credentials token(OrgSettings settings, String scheme, Option option) {
        return new TokenCredentials(scheme, new SecretText(settings.source().nameOf(option), settings.value(option)));
    }

    private static List<String> kindsIn(OrgSettings settings) {
        List<String> kinds = new ArrayList<>();
        if (settings.credentials() != null) {
            kinds.add("a credentials bean");
        }
        if (settings.has(Option.token)) {
            kinds.add(settings.source().nameOf(Option.token));
        }
        if (settings.has(Option.accessToken)) {
            kinds.add(settings.source().nameOf(Option.accessToken));
        }
        if (settings.has(Option.oauthClientId, Option.privateKey, Option.oauthKeyId, Option.oauthScopes)) {
            kinds.add(settings.source().nameOf(Option.oauthClientId));
        }
        return kinds;
    }
}
