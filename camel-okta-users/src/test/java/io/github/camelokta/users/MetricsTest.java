/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.users.support.Golden;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What Micrometer is given. */
class MetricsTest extends ObservedFixture {
    private final MeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());

    private void startMeasured() throws Exception {
        context.getRegistry().bind("metricsRegistry", meters);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("okta-users:list?mode=changes&initialDelay=0&delay=1h")
                        .routeId("changes")
                        .to("mock:changes");
            }
        });
        await().until(() ->
                meters.get("camel.okta.users.pages").functionCounter().count() > 0);
    }

    private String ours() {
        return meters.getMeters().stream()
                .map(meter -> meter.getId().getName() + " "
                        + meter.getId().getType().name().toLowerCase(Locale.ROOT) + " "
                        + meter.getId().getTags().stream()
                                .map(tag -> tag.getKey() + "=" + tag.getValue())
                                .collect(Collectors.joining(",", "{", "}")))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void names_and_tags_are_those_that_the_manual_has_and_name_nobody() throws Exception {
        startMeasured();
        call("suspend", ann.id());
        call("get", LOGIN);
        call("get", "nobody@example.com");
        okta.failNext(Fault.internalError());
        call("unsuspend", ann.id());

        Golden.assertSame("metrics.txt", steady(ours()));
        assertThat(ours()).doesNotContain(LOGIN, ann.id(), "nobody", TOKEN);
    }

    @Test
    void calls_are_counted_by_operation_and_outcome() throws Exception {
        startMeasured();
        call("suspend", ann.id());
        call("get", "nobody@example.com");
        call("get", "nobody@example.com");

        assertThat(meters.get("camel.okta.users.calls")
                        .tags("operation", "get", "outcome", "CLIENT_ERROR")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("camel.okta.users.attempts")
                        .tags("operation", "suspend")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("camel.okta.users.rate.limit.remaining")
                        .tags("bucket", "shared")
                        .gauge()
                        .value())
                .isBetween(1.0, 1200.0);
        assertThat(meters.get("camel.okta.users.rate.limit")
                        .tags("bucket", "write-by-id")
                        .gauge()
                        .value())
                .isNaN();
    }

    @Test
    void the_lag_of_a_consumer_grows_while_it_does_not_poll() throws Exception {
        startMeasured();
        await().until(() -> component.snapshot().consumers().get(0).caughtUp() != null);

        advance(Duration.ofSeconds(90));

        assertThat(meters.get("camel.okta.users.cursor.lag")
                        .tags("routeId", "changes")
                        .gauge()
                        .value())
                .isEqualTo(90);
    }

    @Test
    void a_consumer_s_figures_come_and_go_with_it() throws Exception {
        startMeasured();

        context.getRouteController().stopRoute("changes");
        assertThat(ours()).doesNotContain("routeId");

        context.getRouteController().startRoute("changes");
        assertThat(ours()).contains("camel.okta.users.cursor.lag", "camel.okta.users.pages");
    }

    @Test
    void what_reads_a_component_goes_with_it() throws Exception {
        startMeasured();
        call("suspend", ann.id());

        context.stop();

        assertThat(ours().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsOnly("camel.okta.users.calls", "camel.okta.users.attempts", "camel.okta.users.waits");
    }

    @Test
    void without_a_registry_of_meters_nothing_is_measured() throws Exception {
        start();
        call("suspend", ann.id());

        assertThat(meters.getMeters()).isEmpty();
    }
}
