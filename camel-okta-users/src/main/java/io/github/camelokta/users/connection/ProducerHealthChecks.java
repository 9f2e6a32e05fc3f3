/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.connection;

import io.github.camelokta.users.observe.ProducersHealthCheck;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/** Registers with Camel one health check for each caller of an org that a producer calls as. */
public final class ProducerHealthChecks implements AutoCloseable {
    private final CamelContext context;
    private final Map<OrgConnection, HealthCheck> checks = new HashMap<>();

    public ProducerHealthChecks(CamelContext context) {
        this.context = context;
    }

    /**
     * Registers the check unless that is done, or Camel has no health checks.
     *
     * @param prefix of the check's id
     */
    public synchronized void add(OrgConnection connection, String prefix, Duration maxWait, boolean enabled) {
        WritableHealthCheckRepository repository = repository();
        if (repository == null || checks.containsKey(connection)) {
            return;
        }
        String id = prefix + ":" + connection.org().host() + ":" + connection.caller();
        HealthCheck check = new ProducersHealthCheck(id, connection::snapshot, connection.check(), maxWait);
        check.setEnabled(enabled);
        repository.addHealthCheck(check);
        checks.put(connection, check);
    }

    @Override
    public synchronized void close() {
        WritableHealthCheckRepository repository = checks.isEmpty() ? null : repository();
        if (repository != null) {
            checks.values().forEach(repository::removeHealthCheck);
        }
        checks.clear();
    }

    private WritableHealthCheckRepository repository() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }
}
