/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.WriteOutcome;
import io.github.camelokta.users.audit.OktaWriteEvent;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A write that is in flight when the component stops is told to event notifiers like every other. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StopAuditTest {
    private final List<OktaWriteEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void a_write_in_flight_at_a_stop_is_in_doubt_and_has_its_event() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (DefaultCamelContext context = new DefaultCamelContext();
                RawServer okta = new RawServer((request, out, connection) -> end.await())) {
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            component.getConfiguration().setOrgUrl(okta.url());
            component.getConfiguration().setToken("t");
            component.setMaxAttempts(1);
            context.addComponent("okta-users", component);
            context.getManagementStrategy().addEventNotifier(notifier());
            context.start();
            CompletableFuture<Exchange> call =
                    CompletableFuture.supplyAsync(() -> context.createFluentProducerTemplate()
                            .to("okta-users:suspend?userId=00u1")
                            .send());
            await().until(() -> !okta.requests().isEmpty());

            context.stop();

            assertThat(call.get(30, TimeUnit.SECONDS).getException())
                    .isInstanceOfSatisfying(OktaUsersException.class, e -> assertThat(e.isInDoubt())
                            .isTrue());
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getOutcome()).isEqualTo(WriteOutcome.UNKNOWN);
                assertThat(event.getPrincipal()).startsWith("SSWS token sha256:");
            });
        } finally {
            end.countDown();
        }
    }

    @Test
    void an_answer_that_is_lost_after_the_stop_has_its_event_too() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            component.getConfiguration().setOrgUrl("http://localhost:1");
            component.getConfiguration().setToken("t");
            context.addComponent("okta-users", component);
            context.getManagementStrategy().addEventNotifier(notifier());
            context.start();
            OktaUsersEndpoint endpoint = context.getEndpoint("okta-users:suspend?userId=00u1", OktaUsersEndpoint.class);
            WriteListener listener = endpoint.audit().listenerFor(new DefaultExchange(context));

            context.stop();
            listener.failed(
                    OktaRequest.of(
                            OktaUsersOperation.suspend,
                            OrgUrl.parse("http://localhost:1"),
                            List.of("00u1"),
                            "",
                            Map.of(),
                            null),
                    OktaUsersException.of("lost").inDoubt(true).build(),
                    () -> null);

            assertThat(events)
                    .singleElement()
                    .extracting(OktaWriteEvent::getOutcome)
                    .isEqualTo(WriteOutcome.UNKNOWN);
        }
    }

    private SimpleEventNotifierSupport notifier() {
        return new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof OktaWriteEvent write) {
                    events.add(write);
                }
            }
        };
    }
}
