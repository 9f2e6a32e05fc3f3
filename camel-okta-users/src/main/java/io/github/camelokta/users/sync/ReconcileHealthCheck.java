/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Down while {@code reconcile} is stopped because a plan went beyond its limits. Only of readiness: whoever restarts what is
 * not alive would release the guard. It calls nobody, so it is there without Camel's switch for checks of producers.
 */
public final class ReconcileHealthCheck implements HealthCheck {
    private final HealthCheckRegistry registry;
    private final MassChangeGuard guard;
    private final String uri;
    private boolean enabled;

    private ReconcileHealthCheck(HealthCheckRegistry registry, MassChangeGuard guard, String uri, boolean enabled) {
        this.registry = registry;
        this.guard = guard;
        this.uri = uri;
        this.enabled = enabled;
    }

    /** Null where Camel has no health checks. */
    public static ReconcileHealthCheck register(
            CamelContext context, MassChangeGuard guard, String uri, boolean enabled) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry == null) {
            return null;
        }
        ReconcileHealthCheck check = new ReconcileHealthCheck(registry, guard, uri, enabled);
        registry.register(check);
        return check;
    }

    public void unregister() {
        registry.unregister(this);
    }

    @Override
    public String getId() {
        return "okta-users:reconcile-" + Integer.toHexString(uri.hashCode());
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this).detail(ENDPOINT_URI, uri);
        if (!enabled) {
            return result.message("Disabled").unknown().build();
        }
        String reason = guard.reason();
        if (reason == null) {
            return result.up().build();
        }
        return result.message("reconcile is stopped, and refuses every run: " + reason
                        + "; look at the plan, and release the endpoint by its JMX operation releaseMassChangeGuard")
                .down()
                .build();
    }
}
