/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.auth.CredentialsFactory;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CamelHttpTransport;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.Pipeline;
import io.github.camelokta.users.http.RetryOptions;
import io.github.camelokta.users.http.StoppablePauser;
import io.github.camelokta.users.http.TransportOptions;
import java.time.Duration;
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
    private final Map<OrgSettings, OktaClient> clients = new HashMap<>();
    private CamelHttpTransport transport;

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
        OktaClient client = clients.get(settings);
        if (client == null) {
            OrgUrl org = settings.org();
            client = Pipeline.create(CredentialsFactory.create(settings), transport(), options.secrets(), retries);
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
