/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.MassChangeException;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.producer.ParameterBinder;
import io.github.camelokta.users.result.ResultWriter;
import io.github.camelokta.users.sync.Reconciler.Source;
import io.github.camelokta.users.sync.UserWriter.SendingWriter;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code reconcile}: brings all users of a directory where it wants them, and answers with a report. */
public final class ReconcileAction {
    /** With answers after a third of a second, eight at once come to 700 writes a minute: more than the 600 that Okta takes by default. */
    private static final int AT_ONCE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileAction.class);

    private final SyncEndpoint endpoint;
    private final UserCalls calls;
    private final Reconciler reconciler;
    private final SourceReader reader;
    private final ParameterBinder sendEmail;

    public ReconcileAction(SyncEndpoint endpoint, ReconcileRules rules, MassChangeGuard guard, OneShotSources oneShot) {
        this.endpoint = endpoint;
        this.calls = endpoint.calls();
        this.reconciler = new Reconciler(calls, rules, guard, endpoint.clock(), PlanMaker.MEMORY);
        this.reader = new SourceReader(endpoint.mapper(), oneShot);
        this.sendEmail = endpoint.sendEmailBinder();
    }

    /**
     * @throws MassChangeException if the plan goes beyond the limits, or an earlier one did; nothing was written
     */
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        endpoint.writer().clear(message);
        boolean mail = Boolean.parseBoolean(sendEmail.valueIn(message));
        Source source = taker -> reader.forEach(message, taker);
        if (endpoint.dryRun()) {
            ReconcilePlan plan = reconciler.dryRun(source, mail);
            closeWith(exchange, plan.getReport());
            message.setBody(plan);
            ResultWriter.markPlan(message);
            return;
        }
        SendingWriter writer =
                new SendingWriter(calls, endpoint.client(), endpoint.audit().listenerFor(exchange));
        RunReport report;
        try {
            report = reconcile(exchange, source, mail, writer);
        } catch (ReconcileFailedException e) {
            closeWith(exchange, e.getReport());
            message.setHeader(OktaUsersConstants.CHANGED, e.getReport().isChanged());
            throw e;
        }
        closeWith(exchange, report);
        if (report.closedAndOpenedAgain() > 0) {
            LOG.warn(
                    "reconcile activated {} users who were DEPROVISIONED: if an administrator closed the accounts on purpose,"
                            + " leave DEPROVISIONED out of the option mayReactivate",
                    report.closedAndOpenedAgain());
        }
        message.setBody(report);
        message.setHeader(OktaUsersConstants.CHANGED, report.isChanged());
    }

    private RunReport reconcile(Exchange exchange, Source source, boolean mail, SendingWriter writer) {
        ExecutorServiceManager executors = exchange.getContext().getExecutorServiceManager();
        ExecutorService pool = executors.newFixedThreadPool(this, "OktaUsersReconcile", AT_ONCE);
        try {
            return reconciler.reconcile(source, mail, writer, new OrderedExecutor(pool, AT_ONCE));
        } finally {
            executors.shutdown(pool);
        }
    }

    private static void closeWith(Exchange exchange, ReconcileReport report) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                report.close();
            }
        });
    }
}
