/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.key.PrivateKeyText;
import io.github.camelokta.users.auth.key.SigningKeyParser;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Makes the credentials of an OAuth 2.0 service app, or says in one sentence what is missing. */
final class ServiceAppFactory {
    private final TokenTransport transport;
    private final Function<String, InputStream> classPath;
    private final Clock wallClock;
    private final LongSupplier clock;

    /**
     * @param classPath opens a resource by name; null if there is none
     * @param clock nanoseconds, as {@link System#nanoTime()}
     */
    ServiceAppFactory(
            TokenTransport transport, Function<String, InputStream> classPath, Clock wallClock, LongSupplier clock) {
        this.transport = transport;
        this.classPath = classPath;
        this.wallClock = wallClock;
        this.clock = clock;
    }

    Credentials create(OrgSettings settings) {
        String missing = List.of(Option.oauthClientId, Option.privateKey).stream()
                .filter(option -> !settings.has(option))
                .map(settings::nameOf)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("An OAuth 2.0 service app is set on " + settings.source() + " without "
                    + missing + ": set it there too");
        }
        Dpop dpop = new Dpop(mode(settings), new DpopProver(wallClock));
        PrivateKeyText key = new PrivateKeyText(
                settings.nameOf(Option.privateKey),
                settings.value(Option.privateKey),
                classPath,
                new SigningKeyParser(
                        settings.nameOf(Option.privateKey),
                        settings.nameOf(Option.oauthKeyId),
                        settings.value(Option.oauthKeyId)));
        String clientId = settings.value(Option.oauthClientId).strip();
        ClientAssertions assertions = new ClientAssertions(clientId, wallClock);
        TokenRequester requester = new TokenRequester(settings.org(), transport, assertions, key, dpop, clock);
        return new ServiceAppCredentials(clientId, scopes(settings), requester, dpop, clock);
    }

    private static Dpop.Mode mode(OrgSettings settings) {
        String dpop = settings.value(Option.dpop);
        return dpop == null ? Dpop.Mode.AUTO : Dpop.Mode.valueOf(dpop.strip().toUpperCase(Locale.ROOT));
    }

    /** Parted by blanks, whatever they were parted by: Okta's own tools write commas too. */
    private static String scopes(OrgSettings settings) {
        String given = settings.value(Option.oauthScopes);
        if (given == null) {
            return null;
        }
        String scopes = Arrays.stream(given.split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.joining(" "));
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Option " + settings.nameOf(Option.oauthScopes)
                    + " names no scope: set it to scopes parted by blanks, or remove it");
        }
        return scopes;
    }
}
