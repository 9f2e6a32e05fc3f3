/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.exchange.ParameterBinder;
import io.github.camelokta.users.exchange.ResultWriter;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;

/** {@code reconcile}: brings all users of a directory where it wants them, and answers with a report. */
public final class ReconcileAction {
    private final Reconciler reconciler;
    private final SourceReader source;
    private final ParameterBinder sendEmail;
    private final ResultWriter writer;

    /**
     * @param sendEmail the option's value; null if it is not set
     * @param writer takes the headers of earlier answers off the message
     */
    public ReconcileAction(
            OktaClient client,
            OrgUrl org,
            ObjectMapper mapper,
            ReconcileRules rules,
            MassChangeBrake brake,
            Boolean sendEmail,
            ResultWriter writer) {
        this.reconciler = new Reconciler(new UserCalls(client, org), rules, brake, PlanMaker.MEMORY);
        this.source = new SourceReader(mapper);
        this.sendEmail = new ParameterBinder(OktaUsersOperation.activate, OperationParam.sendEmail, sendEmail);
        this.writer = writer;
    }

    /**
     * @throws MassChangeException if the plan goes beyond the limits, or an earlier one did; nothing was written
     */
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        writer.clear(message);
        boolean mail = Boolean.parseBoolean(sendEmail.valueIn(message));
        ReconcileReport report = reconciler.reconcile(taker -> source.forEach(message, taker), mail);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                report.close();
            }
        });
        message.setBody(report);
        message.setHeader(OktaUsersConstants.CHANGED, report.isChanged());
    }
}
