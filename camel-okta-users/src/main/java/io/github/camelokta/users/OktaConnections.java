/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.auth.Caller;
import io.github.camelokta.users.auth.Credentials;
import io.github.camelokta.users.auth.CredentialsFactory;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CamelHttpTransport;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.Pipeline;
import io.github.camelokta.users.http.TransportOptions;
import io.github.camelokta.users.limit.RateLimitGovernor;
import io.github.camelokta.users.limit.Turnstile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one component: one pool, and a pipeline for each org and caller. */
final class OktaConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OktaConnections.class);

    private final CamelContext context;
    private final TransportOptions options;
    private final RateLimitGovernor governor;
    private final Map<OrgSettings, OktaClient> clients = new HashMap<>();
    private final List<Turnstile> turnstiles = new ArrayList<>();
    private CamelHttpTransport transport;

    OktaConnections(CamelContext context, TransportOptions options, RateLimitGovernor governor) {
        this.context = context;
        this.options = options;
        this.governor = governor;
    }

    /**
     * @throws IllegalArgumentException if the set is incomplete or contradicts itself
     */
    synchronized OktaClient clientFor(OrgSettings settings) {
        OktaClient client = clients.get(settings);
        if (client == null) {
            OrgUrl org = settings.org();
            Credentials credentials = CredentialsFactory.create(settings);
            Turnstile turnstile = governor.turnstile(org.toString(), Caller.of(settings));
            client = Pipeline.create(credentials, turnstile, transport(), options.secrets());
            turnstiles.add(turnstile);
            clients.put(settings, client);
            LOG.info("Okta org {}, as set on {}", org, settings);
        }
        return client;
    }

    private CamelHttpTransport transport() {
        if (transport == null) {
            transport = new CamelHttpTransport(context, options);
        }
        return transport;
    }

    @Override
    public synchronized void close() {
        clients.clear();
        turnstiles.forEach(Turnstile::close);
        turnstiles.clear();
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
