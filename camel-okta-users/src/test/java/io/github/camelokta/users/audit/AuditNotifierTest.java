/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Clock;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.Test;

/** Writes go out alike whether notifiers listen, fail or are absent. */
class AuditNotifierTest extends AuditFixture {
    AuditNotifierTest(OktaSimulator okta) {
        super(okta);
    }

    @Test
    void a_notifier_that_fails_harms_no_write() {
        context.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof OktaWriteEvent) {
                    throw new IllegalStateException("the audit store is down");
                }
            }
        });
        assertThat(call("okta-users:suspend", ann.id(), null).getException()).isNull();
        assertThat(okta.requests().count()).isEqualTo(1);
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void without_a_notifier_nobody_is_told() {
        context.getManagementStrategy().removeEventNotifier(notifier);
        context.getManagementStrategy().getStartedEventNotifiers().clear();
        WriteAudit audit = new WriteAudit(
                context.getEndpoint("okta-users:suspend"),
                () -> {
                    throw new AssertionError("nobody asks who calls");
                },
                Clock.systemUTC());
        assertThat(audit.listenerFor(context.getEndpoint("okta-users:suspend").createExchange()))
                .isSameAs(WriteListener.NONE);
        call("okta-users:suspend", ann.id(), null);
        assertThat(events).isEmpty();
    }
}
