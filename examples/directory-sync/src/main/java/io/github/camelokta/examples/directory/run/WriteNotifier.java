/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.users.api.WriteOutcome;
import io.github.camelokta.users.audit.OktaWriteEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells of each call that changed something in Okta. */
final class WriteNotifier extends EventNotifierSupport {
    private static final Runnable NOBODY = () -> {};

    private volatile Runnable listener = NOBODY;

    WriteNotifier() {
        setIgnoreCamelContextEvents(true);
        setIgnoreExchangeEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    /** Calls the listener for each, from now on. */
    void tell(Runnable newListener) {
        listener = newListener;
    }

    /** Calls nobody any more. */
    void fallSilent() {
        listener = NOBODY;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof OktaWriteEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof OktaWriteEvent write && write.getOutcome() == WriteOutcome.DONE) {
            listener.run();
        }
    }
}
