/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.http.OktaClient;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ClassResolver;

/** Gives figures of one component to a system of metrics. */
public interface Metrics extends AutoCloseable {
    /** Where there is no system of metrics. */
    Metrics NONE = new Metrics() {};

    /** A client that measures each call; the client itself where nothing is measured. */
    default OktaClient measured(OktaClient client) {
        return client;
    }

    /** Shows the buckets of one caller of one org. */
    default void watch(String orgUrl, String caller) {}

    /** Shows a consumer. */
    default void watchConsumer(String route) {}

    /** Shows a consumer no more. */
    default void forgetConsumer(String route) {}

    /** Shows nothing more of what is now. */
    @Override
    default void close() {}

    /**
     * Micrometer's, where it is on the class path and the context has a registry of meters.
     *
     * @param component the component's name
     */
    static Metrics of(CamelContext context, String component, SnapshotSource source) {
        ClassResolver classes = context.getClassResolver();
        // What names classes of Micrometer is loaded only if they are there.
        return classes.resolveClass("io.micrometer.core.instrument.MeterRegistry", Metrics.class.getClassLoader())
                        == null
                ? NONE
                : MicrometerMetrics.find(context, component, source);
    }
}
