/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.connection.OrgConnection;
import io.github.camelokta.users.observe.Metrics;
import io.github.camelokta.users.observe.Snapshot;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** Makes the snapshots of a component, and shows what comes and goes to its metrics. */
final class Observation {
    private final OktaUsersComponent component;
    private final InstantSource clock;
    private final Set<PagedConsumer> consumers = ConcurrentHashMap.newKeySet();
    private volatile Metrics metrics = Metrics.NONE;

    Observation(OktaUsersComponent component, InstantSource clock) {
        this.component = component;
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    /** From now on: the registry of meters may have been bound after the component was made. */
    Metrics open() {
        Metrics opened = Metrics.of(component.getCamelContext(), name(), component);
        consumers.forEach(consumer -> opened.watchConsumer(consumer.shownAs()));
        metrics = opened;
        return opened;
    }

    void close() {
        metrics.close();
        metrics = Metrics.NONE;
    }

    void started(PagedConsumer consumer) {
        if (consumers.add(consumer)) {
            metrics.watchConsumer(consumer.shownAs());
        }
    }

    void stopped(PagedConsumer consumer) {
        if (consumers.remove(consumer)) {
            metrics.forgetConsumer(consumer.shownAs());
        }
    }

    Snapshot snapshot(int share, Collection<OrgConnection> connections) {
        return new Snapshot(
                name(),
                clock.instant(),
                share,
                endpoints(),
                connections.stream().map(OrgConnection::snapshot).toList(),
                consumers.stream()
                        .map(PagedConsumer::snapshot)
                        .sorted((a, b) -> a.route().compareTo(b.route()))
                        .toList());
    }

    /** The name under which the context has the component; several names are one component's only by mistake. */
    String name() {
        CamelContext context = component.getCamelContext();
        return context.getComponentNames().stream()
                .filter(name -> context.hasComponent(name) == component)
                .findFirst()
                .orElse("okta-users");
    }

    private List<Snapshot.Endpoint> endpoints() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        component.getCamelContext().getEndpoints().stream()
                .filter(OktaUsersEndpoint.class::isInstance)
                .map(OktaUsersEndpoint.class::cast)
                .filter(endpoint -> endpoint.getComponent() == component && endpoint.getServiceUrl() != null)
                .forEach(endpoint -> counts.computeIfAbsent(endpoint.getOperation(), key -> new TreeMap<>())
                        .merge(endpoint.getServiceUrl(), 1, Integer::sum));
        return counts.entrySet().stream()
                .flatMap(operation -> operation.getValue().entrySet().stream()
                        .map(org -> new Snapshot.Endpoint(operation.getKey(), org.getKey(), org.getValue())))
                .toList();
    }
}
