/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.connection;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.Caller;
import io.github.camelokta.users.auth.CredentialsFactory;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.interceptor.InterceptorChain;
import io.github.camelokta.users.http.interceptor.RetryOptions;
import io.github.camelokta.users.http.interceptor.StoppableSleeper;
import io.github.camelokta.users.http.transport.CamelHttpTransport;
import io.github.camelokta.users.http.transport.TransportOptions;
import io.github.camelokta.users.observe.Metrics;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import io.github.camelokta.users.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one component: one pool, and a pipeline for each org and caller. */
public final class OktaConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OktaConnections.class);

    private final CamelContext context;
    private final TransportOptions options;
    private final RetryOptions retries;
    private final StoppableSleeper pauser;
    private final Map<ClientKey, OrgConnection> byKey = new HashMap<>();
    private final List<OrgConnection> all = new CopyOnWriteArrayList<>();
    private final RateLimitGovernor governor;
    private final Metrics metrics;
    private final InstantSource clock;
    private CamelHttpTransport transport;

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

    public OktaConnections(
            CamelContext context,
            TransportOptions options,
            int maxAttempts,
            Duration maxWait,
            RateLimitGovernor governor,
            Metrics metrics,
            InstantSource clock) {
        this.context = context;
        this.options = options;
        this.governor = governor;
        this.metrics = metrics;
        this.clock = clock;
        this.pauser = new StoppableSleeper();
        this.retries = new RetryOptions(
                maxAttempts, maxWait, pauser, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @throws IllegalArgumentException if the set is incomplete or contradicts itself
     */
    public synchronized OrgConnection connectionFor(OrgSettings settings) {
        ClientKey key = ClientKey.of(settings);
        OrgConnection connection = byKey.get(key);
        if (connection == null) {
            connection = connect(settings);
            byKey.put(key, connection);
            all.add(connection);
            LOG.info("Okta org {}, as set on {}", key.org(), settings);
        }
        return connection;
    }

    private OrgConnection connect(OrgSettings settings) {
        RateLimiter rateLimiter = governor.limiter(settings.org().toString(), Caller.of(settings));
        Credentials credentials = credentials(settings);
        OktaClient pipeline =
                InterceptorChain.create(credentials, rateLimiter, transport(), options.secrets(), retries);
        return new OrgConnection(settings.org(), nameOf(settings), credentials, rateLimiter, pipeline, metrics, clock);
    }

    /** With a number from the second one on. */
    private String nameOf(OrgSettings settings) {
        String kind = Caller.kindOf(settings);
        long alike = all.stream()
                .filter(other -> other.org().equals(settings.org()))
                .filter(other -> other.caller().equals(kind) || other.caller().startsWith(kind + "-"))
                .count();
        return alike == 0 ? kind : kind + "-" + (alike + 1);
    }

    /** In the order in which they were first used. */
    public List<OrgConnection> all() {
        return all;
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

    /** Nobody waits for the rate limit or another attempt any more, now or later. Calls that need not wait go on. */
    public synchronized void endWaits() {
        pauser.stop();
        all.forEach(OrgConnection::endWaits);
        if (transport != null) {
            transport.endWaits();
        }
    }

    @Override
    public synchronized void close() {
        endWaits();
        byKey.clear();
        all.forEach(OrgConnection::close);
        all.clear();
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
