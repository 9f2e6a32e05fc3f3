/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.UserRefusedException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.producer.BodyBinder;
import io.github.camelokta.users.producer.ParameterBinder;
import io.github.camelokta.users.producer.PlannedRequest;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.UserReconciliation.Outcome;
import io.github.camelokta.users.sync.UserWriter.DryRunWriter;
import io.github.camelokta.users.sync.UserWriter.SendingWriter;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.plan.UserPlanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code ensure}: brings the user of the body where it is wanted, and answers with the user as Okta has it then. */
public final class EnsureAction {
    private final SyncEndpoint endpoint;
    private final BodyBinder body;
    private final ParameterBinder sendEmail;
    private final DesiredUserReader reader = new DesiredUserReader("ensure");
    private final AttributeRules attributes;
    private final AccessRules access;
    private final UserCalls calls;
    private final OktaRequest read;

    public EnsureAction(SyncEndpoint endpoint, AttributeRules attributes, AccessRules access) {
        this.endpoint = endpoint;
        this.body = new BodyBinder("ensure", "wanted user", endpoint.mapper());
        this.sendEmail = endpoint.sendEmailBinder();
        this.attributes = attributes;
        this.access = access;
        this.calls = endpoint.calls();
        this.read = calls.request(OktaUsersOperation.get, List.of(""), "", Map.of(), null);
    }

    /**
     * @throws UserRefusedException if no legal calls lead to what is wanted
     */
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        endpoint.writer().clear(message);
        DesiredUser wanted = wanted(message);
        boolean mail = Boolean.parseBoolean(sendEmail.valueIn(message));
        if (endpoint.dryRun()) {
            List<OktaRequest> planned = new ArrayList<>();
            run(new UserReconciliation(calls, new DryRunWriter(calls, planned::add)), wanted, mail, message);
            endpoint.writer().writePlan(PlannedRequest.json(planned), message);
            return;
        }
        SendingWriter writer =
                new SendingWriter(calls, endpoint.client(), endpoint.audit().listenerFor(exchange));
        UserReconciliation run = new UserReconciliation(calls, writer);
        Outcome outcome = run(run, wanted, mail, message);
        OktaResponse answer = answer(outcome);
        Object user = UnreadableAnswer.orFail(
                read, answer, () -> endpoint.writer().reader().result(read.operation(), answer));
        endpoint.writer().write(read.operation(), answer, user, message);
        message.setHeader(OktaUsersConstants.CHANGED, !run.made().isEmpty());
    }

    /** The calls that were made are shown after a failure too. */
    private Outcome run(UserReconciliation run, DesiredUser wanted, boolean mail, Message message) {
        try {
            Found found = wanted.id() == null ? calls.byLogin(wanted.login()) : calls.byId(wanted.id());
            UserPlanner planner =
                    new UserPlanner(attributes, access, endpoint.clock().instant());
            RemovalCheck removal = new RemovalCheck(calls, null, null, access.protectAdmins());
            Outcome outcome = run.run(found, user -> removal.checked(planner.plan(wanted, user, mail), user));
            if (outcome.refusal() != null) {
                throw new UserRefusedException(outcome.refusal());
            }
            message.setHeader(OktaUsersConstants.CALLS, shown(run));
            return outcome;
        } catch (RuntimeException e) {
            if (!shown(run).isEmpty()) {
                message.setHeader(OktaUsersConstants.CALLS, shown(run));
            }
            throw e;
        }
    }

    private static List<String> shown(UserReconciliation run) {
        List<String> calls =
                new ArrayList<>(run.made().stream().map(PlannedCall::toString).toList());
        run.inDoubt().ifPresent(call -> calls.add(call + "; whether Okta carried it out is not known"));
        return calls;
    }

    private OktaResponse answer(Outcome outcome) {
        return outcome.response() == null ? calls.byId(outcome.id()).response() : outcome.response();
    }

    private DesiredUser wanted(Message message) {
        try {
            return reader.read(endpoint.mapper().readTree(body.bind(message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
