/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.auth.Caller;
import io.github.camelokta.users.auth.Credentials;
import io.github.camelokta.users.auth.CredentialsFactory;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CamelHttpTransport;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.Pipeline;
import io.github.camelokta.users.http.RetryOptions;
import io.github.camelokta.users.http.StoppablePauser;
import io.github.camelokta.users.http.TransportOptions;
import io.github.camelokta.users.limit.RateLimitGovernor;
import io.github.camelokta.users.limit.Turnstile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one component: one pool, and a pipeline for each org and caller. */
final class OktaConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OktaConnections.class);

    private final CamelContext context;
    private final TransportOptions options;
    private final RetryOptions retries;
    private final StoppablePauser pauser;
    private final Map<ClientKey, Connection> connections = new HashMap<>();
    private final RateLimitGovernor governor;
    private final List<Turnstile> turnstiles = new ArrayList<>();
    private CamelHttpTransport transport;

    /** The way to one org for one caller. */
    record Connection(OktaClient client, Credentials credentials) {}

    /** Who calls which org. Wherever it was set, the same caller has the same tokens. */
    private record ClientKey(OrgUrl org, Map<Option, String> options, Credentials bean) {
        static ClientKey of(OrgSettings settings) {
            Map<Option, String> options = new EnumMap<>(Option.class);
            options.putAll(settings.values());
            options.remove(Option.orgUrl);
            return new ClientKey(settings.org(), options, settings.credentials());
        }

        /** Without the values, which are secret. */
        @Override
        public String toString() {
            return org + " " + options.keySet();
        }
    }

    OktaConnections(
            CamelContext context,
            TransportOptions options,
            int maxAttempts,
            Duration maxWait,
            RateLimitGovernor governor) {
        this.context = context;
        this.options = options;
        this.governor = governor;
        this.pauser = new StoppablePauser();
        this.retries = new RetryOptions(
                maxAttempts, maxWait, pauser, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @throws IllegalArgumentException if the set is incomplete or contradicts itself
     */
    synchronized Connection connectionFor(OrgSettings settings) {
        ClientKey key = ClientKey.of(settings);
        Connection connection = connections.get(key);
        if (connection == null) {
            Turnstile turnstile = governor.turnstile(key.org().toString(), Caller.of(settings));
            Credentials credentials = credentials(settings);
            connection = new Connection(
                    Pipeline.create(credentials, turnstile, transport(), options.secrets(), retries), credentials);
            turnstiles.add(turnstile);
            connections.put(key, connection);
            LOG.info("Okta org {}, as set on {}", key.org(), settings);
        }
        return connection;
    }

    private Credentials credentials(OrgSettings settings) {
        return new CredentialsFactory(transport(), context.getClassResolver()::loadResourceAsStream).create(settings);
    }

    private CamelHttpTransport transport() {
        if (transport == null) {
            transport = new CamelHttpTransport(context, options);
        }
        return transport;
    }

    /** Nobody waits for another attempt any more, now or later. */
    void endWaits() {
        pauser.stop();
    }

    @Override
    public synchronized void close() {
        endWaits();
        connections.clear();
        turnstiles.forEach(Turnstile::close);
        turnstiles.clear();
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
