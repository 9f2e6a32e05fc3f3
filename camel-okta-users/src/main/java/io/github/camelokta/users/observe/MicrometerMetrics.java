/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.interceptor.CallOutcome;
import io.github.camelokta.users.http.interceptor.CallReport;
import io.github.camelokta.users.http.interceptor.MetricsInterceptor;
import io.github.camelokta.users.operation.Bucket;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Meters of Micrometer. Their tags hold names from the code and the configuration alone, and so are few. */
final class MicrometerMetrics implements Metrics {
    private static final String PREFIX = "camel.okta.users.";
    /** By which camel-micrometer looks it up. */
    private static final String REGISTRY = "metricsRegistry";

    private final MeterRegistry registry;
    private final Tags common;
    private final SnapshotSource source;
    private final Map<Object, Call> calls = new ConcurrentHashMap<>();
    private final Queue<Meter> orgMeters = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Meter>> consumerMeters = new ConcurrentHashMap<>();

    private record Key(OktaUsersOperation operation, CallOutcome outcome) {}

    private record Call(Timer took, Counter attempts, Timer waited) {}

    private MicrometerMetrics(MeterRegistry registry, Tags common, SnapshotSource source) {
        this.registry = registry;
        this.common = common;
        this.source = source;
    }

    /** {@link Metrics#NONE} where the context has no registry of meters, or several and none of the usual name. */
    static Metrics find(CamelContext context, String component, SnapshotSource source) {
        Registry beans = context.getRegistry();
        MeterRegistry registry = beans.lookupByNameAndType(REGISTRY, MeterRegistry.class);
        if (registry == null) {
            registry = beans.findSingleByType(MeterRegistry.class);
        }
        Tags common = Tags.of("camelContext", context.getName(), "component", component);
        return registry == null ? NONE : new MicrometerMetrics(registry, common, source);
    }

    @Override
    public OktaClient measured(OktaClient client) {
        return new MetricsInterceptor(client, this::record, registry.config().clock()::monotonicTime);
    }

    private void record(CallReport report) {
        Call call = calls.computeIfAbsent(
                new Key(report.operation(), report.outcome()), key -> call(report.operation(), report.outcome()));
        call.took().record(report.tookNanos(), TimeUnit.NANOSECONDS);
        call.attempts().increment(report.attempts());
        if (report.waitedNanos() > 0) {
            call.waited().record(report.waitedNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Call call(OktaUsersOperation operation, CallOutcome outcome) {
        Tags operationTags = common.and("operation", operation.name());
        return new Call(
                Timer.builder(PREFIX + "calls")
                        .description("Calls of Okta, with all attempts and waits")
                        .tags(operationTags.and("outcome", outcome.name()))
                        .register(registry),
                Counter.builder(PREFIX + "attempts")
                        .description("Attempts that the calls took")
                        .tags(operationTags)
                        .register(registry),
                Timer.builder(PREFIX + "waits")
                        .description("Waits of calls for the rate limit and between attempts")
                        .tags(operationTags)
                        .register(registry));
    }

    @Override
    public void watch(String orgUrl, String caller) {
        for (Bucket bucket : Bucket.values()) {
            String name = bucket.label();
            Tags tags = common.and("org", orgUrl, "caller", caller, "bucket", name);
            Function<Snapshot, Snapshot.Bucket> find = snapshot -> snapshot.orgs().stream()
                    .filter(org -> org.url().equals(orgUrl) && org.caller().equals(caller))
                    .flatMap(org -> org.buckets().stream())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            orgMeters.add(
                    gauge("rate.limit", "Calls that Okta allows in a window", tags, find, Snapshot.Bucket::limit));
            orgMeters.add(
                    gauge("rate.limit.remaining", "Calls left in this window", tags, find, Snapshot.Bucket::remaining));
            orgMeters.add(gauge(
                    "rate.limit.waiting", "Calls that wait for the rate limit", tags, find, Snapshot.Bucket::waiting));
        }
    }

    @Override
    public void watchConsumer(String route) {
        Tags tags = common.and("routeId", route);
        Function<Snapshot, Snapshot.Consumer> find = snapshot -> snapshot.consumers().stream()
                .filter(consumer -> consumer.route().equals(route))
                .findFirst()
                .orElse(null);
        Queue<Meter> meters = new ConcurrentLinkedQueue<>();
        meters.add(Gauge.builder(
                        PREFIX + "cursor.lag",
                        source,
                        value(find, each -> each.lag().toMillis() / 1000.0))
                .description("How long ago the last poll began that read to the end")
                .baseUnit("seconds")
                .tags(tags)
                .register(registry));
        meters.add(
                gauge("failed.users", "Users that wait for another try", tags, find, Snapshot.Consumer::failedUsers));
        meters.add(FunctionCounter.builder(PREFIX + "pages", source, value(find, Snapshot.Consumer::pages))
                .description("Pages that a consumer has read")
                .tags(tags)
                .register(registry));
        consumerMeters.put(route, meters);
    }

    private <T> Gauge gauge(
            String name, String says, Tags tags, Function<Snapshot, T> find, Function<T, Number> figure) {
        return Gauge.builder(PREFIX + name, source, value(find, figure))
                .description(says)
                .tags(tags)
                .register(registry);
    }

    /** NaN, which is Micrometer's word for it, while a figure is not known. */
    private static <T> ToDoubleFunction<SnapshotSource> value(Function<Snapshot, T> find, Function<T, Number> figure) {
        return source -> {
            T found = find.apply(source.snapshot());
            Number number = found == null ? null : figure.apply(found);
            return number == null ? Double.NaN : number.doubleValue();
        };
    }

    @Override
    public void forgetConsumer(String route) {
        Queue<Meter> meters = consumerMeters.remove(route);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    @Override
    public void close() {
        orgMeters.forEach(registry::remove);
        orgMeters.clear();
        consumerMeters.keySet().forEach(this::forgetConsumer);
    }
}
