/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.key.PrivateKeyText;
import io.github.camelokta.users.auth.key.SecretText;
import io.github.camelokta.users.auth.key.SigningKeyParser;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Makes the credentials of a set, or says in one sentence why it cannot. */
public final class CredentialsFactory {
    private static final Set<String> DPOP = Set.of("auto", "true", "false");

    private final TokenTransport transport;
    private final Function<String, InputStream> classPath;
    private final Clock wallClock;
    private final LongSupplier clock;

    /**
     * @param transport brings requests for tokens to Okta
     * @param classPath opens a resource by name; null if there is none
     */
    public CredentialsFactory(TokenTransport transport, Function<String, InputStream> classPath) {
        this(transport, classPath, Clock.systemUTC(), System::nanoTime);
    }

    /** @param clock nanoseconds, as {@link System#nanoTime()} */
    CredentialsFactory(
            TokenTransport transport, Function<String, InputStream> classPath, Clock wallClock, LongSupplier clock) {
        this.transport = transport;
        this.classPath = classPath;
        this.wallClock = wallClock;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if the set gives no credential, more than one kind, or one that cannot be used
     */
    public Credentials create(OrgSettings settings) {
        List<String> kinds = kindsIn(settings);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("An org is set on " + settings.source() + " but no credential: set "
                    + settings.nameOf(Option.token) + " there too (org and credentials come from one place)");
        }
        if (kinds.size() > 1) {
            throw new IllegalArgumentException("More than one kind of credential is set on " + settings.source() + ": "
                    + String.join(" and ", kinds) + "; keep one");
        }
        boolean serviceApp = isServiceApp(settings);
        checkDpop(settings, serviceApp);
        if (settings.credentials() != null) {
            return settings.credentials();
        }
        if (serviceApp) {
            return serviceApp(settings);
        }
        return settings.has(Option.token)
                ? token(settings, "SSWS", Option.token)
                : token(settings, "Bearer", Option.accessToken);
    }

    private static Credentials token(OrgSettings settings, String scheme, Option option) {
        return new TokenCredentials(scheme, new SecretText(settings.nameOf(option), scheme, settings.value(option)));
    }

    private static boolean isServiceApp(OrgSettings settings) {
        return settings.has(Option.oauthClientId, Option.privateKey, Option.oauthKeyId, Option.oauthScopes);
    }

    private static void checkDpop(OrgSettings settings, boolean serviceApp) {
        String dpop = settings.has(Option.dpop) ? settings.value(Option.dpop).strip() : "auto";
        if (!DPOP.contains(dpop)) {
            throw new IllegalArgumentException(
                    "Option " + settings.nameOf(Option.dpop) + " has another value: set it to auto, true or false");
        }
        if (dpop.equals("true") && !serviceApp) {
            throw new IllegalArgumentException("Option " + settings.nameOf(Option.dpop)
                    + " is true, but a token that is given cannot be bound to a key: remove it, or sign in with "
                    + settings.nameOf(Option.oauthClientId) + " and " + settings.nameOf(Option.privateKey));
        }
    }

    private static List<String> kindsIn(OrgSettings settings) {
        List<String> kinds = new ArrayList<>();
        if (settings.credentials() != null) {
            kinds.add("a credentials bean");
        }
        if (settings.has(Option.token)) {
            kinds.add(settings.nameOf(Option.token));
        }
        if (settings.has(Option.accessToken)) {
            kinds.add(settings.nameOf(Option.accessToken));
        }
        if (isServiceApp(settings)) {
            kinds.add(settings.nameOf(Option.oauthClientId));
        }
        return kinds;
    }

    private Credentials serviceApp(OrgSettings settings) {
        String missing = List.of(Option.oauthClientId, Option.privateKey).stream()
                .filter(option -> !settings.has(option))
                .map(settings::nameOf)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("An OAuth 2.0 service app is set on " + settings.source() + " without "
                    + missing + ": set it there too");
        }
        Dpop dpop = new Dpop(mode(settings), wallClock);
        PrivateKeyText key = new PrivateKeyText(
                settings.nameOf(Option.privateKey),
                settings.value(Option.privateKey),
                classPath,
                new SigningKeyParser(
                        settings.nameOf(Option.privateKey),
                        settings.nameOf(Option.oauthKeyId),
                        settings.value(Option.oauthKeyId)));
        String clientId = settings.value(Option.oauthClientId).strip();
        TokenRequester requester = new TokenRequester(settings.org(), transport, clientId, wallClock, key, dpop, clock);
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
