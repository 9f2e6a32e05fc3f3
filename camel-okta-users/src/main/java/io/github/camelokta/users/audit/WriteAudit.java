/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ManagementStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Camel's event notifiers of the writes of an endpoint. */
public final class WriteAudit {
    private static final Logger LOG = LoggerFactory.getLogger(WriteAudit.class);

    private final Endpoint source;
    private final Supplier<String> principal;
    private final Clock clock;

    /** @param principal names the credential in use, without a secret */
    public WriteAudit(Endpoint source, Supplier<String> principal, Clock clock) {
        this.source = source;
        this.principal = principal;
        this.clock = clock;
    }

    /** Who is to be told of the writes of an exchange; {@link WriteListener#NONE} if there is no notifier. */
    public WriteListener listenerFor(Exchange exchange) {
        ManagementStrategy strategy = source.getCamelContext().getManagementStrategy();
        boolean heard = strategy != null && !strategy.getStartedEventNotifiers().isEmpty();
        return heard ? new Told(strategy, exchange) : WriteListener.NONE;
    }

    private final class Told implements WriteListener {
        private final ManagementStrategy strategy;
        private final Exchange exchange;

        Told(ManagementStrategy strategy, Exchange exchange) {
            this.strategy = strategy;
            this.exchange = exchange;
        }

        @Override
        public void done(
                OktaRequest request, OktaResponse response, Supplier<UserState> before, Supplier<UserState> after) {
            tell(new Write(request, response, null, before.get(), after.get()));
        }

        @Override
        public void failed(OktaRequest request, OktaUsersException failure, Supplier<UserState> before) {
            if (failure.isInDoubt() || failure.getStatusCode() > 0) {
                tell(new Write(request, null, failure, before.get(), null));
            }
        }

        /** What is written is written: a notifier that fails must not have it sent again. */
        private void tell(Write write) {
            OktaWriteEvent event = new OktaWriteEvent(source, principal.get(), write, exchange, clock.millis());
            try {
                strategy.notify(event);
            } catch (Exception e) {
                LOG.warn("An event notifier failed on {}, which is ignored", event, e);
            }
        }
    }
}
