/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

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
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
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
    private final Map<Caller, OktaClient> clients = new HashMap<>();
    private CamelHttpTransport transport;

    /** Who calls which org. Wherever it was set, the same caller has the same tokens. */
    private record Caller(OrgUrl org, Map<Option, String> options, Credentials bean) {
        static Caller of(OrgSettings settings) {
            Map<Option, String> options = new EnumMap<>(Option.class);
            options.putAll(settings.values());
            options.remove(Option.orgUrl);
            return new Caller(settings.org(), options, settings.credentials());
        }

        /** Without the values, which are secret. */
        @Override
        public String toString() {
            return org + " " + options.keySet();
        }
    }

    OktaConnections(CamelContext context, TransportOptions options, int maxAttempts, Duration maxWait) {
        this.context = context;
        this.options = options;
        this.pauser = new StoppablePauser();
        this.retries = new RetryOptions(
                maxAttempts, maxWait, pauser, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @throws IllegalArgumentException if the set is incomplete or contradicts itself
     */
    synchronized OktaClient clientFor(OrgSettings settings) {
        Caller caller = Caller.of(settings);
        OktaClient client = clients.get(caller);
        if (client == null) {
            client = Pipeline.create(credentials(settings), transport(), options.secrets(), retries);
            clients.put(caller, client);
            LOG.info("Okta org {}, as set on {}", caller.org(), settings);
        }
        return client;
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
        clients.clear();
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
