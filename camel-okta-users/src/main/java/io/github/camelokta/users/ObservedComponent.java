/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.observe.Snapshot;
import io.github.camelokta.users.observe.SnapshotSource;
import io.github.camelokta.users.observe.SnapshotText;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedAttribute;

/** A component's snapshot as attributes of JMX. */
public abstract class ObservedComponent extends TransportComponent implements SnapshotSource {
    protected ObservedComponent(CamelContext context) {
        super(context);
    }

    @ManagedAttribute(description = "Calls that wait for a rate limit")
    public int getWaitingCalls() {
        return buckets().mapToInt(Snapshot.Bucket::waiting).sum();
    }

    @ManagedAttribute(description = "Rate limits, as Okta told them last")
    public String[] getRateLimits() {
        return buckets().map(SnapshotText::line).toArray(String[]::new);
    }

    @ManagedAttribute(description = "How old the tokens are that Okta gave for a time")
    public String[] getTokenAges() {
        return snapshot().orgs().stream()
                .flatMap(org -> org.tokens().stream())
                .map(SnapshotText::line)
                .toArray(String[]::new);
    }

    @ManagedAttribute(description = "The last calls that failed, newest first")
    public String[] getLastErrors() {
        return snapshot().orgs().stream()
                .flatMap(org -> org.failures().stream())
                .map(SnapshotText::line)
                .toArray(String[]::new);
    }

    private Stream<Snapshot.Bucket> buckets() {
        return snapshot().orgs().stream().flatMap(org -> org.buckets().stream());
    }
}
