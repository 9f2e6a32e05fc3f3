/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.exchange.BodyBinder;
import io.github.camelokta.users.exchange.ParameterBinder;
import io.github.camelokta.users.exchange.ResultWriter;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.UserRun.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code ensure}: brings the user of the body where it is wanted, and answers with the user as Okta has it then. */
public final class EnsureAction {
    private final ObjectMapper mapper;
    private final BodyBinder body;
    private final ParameterBinder sendEmail;
    private final DesiredUserReader reader = new DesiredUserReader("ensure");
    private final UserPlanner planner;
    private final UserCalls calls;
    private final OktaRequest read;
    private final ResultWriter writer;

    /**
     * @param sendEmail the option's value; null if it is not set
     * @param writer writes the user to the message
     */
    public EnsureAction(
            OktaClient client,
            OrgUrl org,
            ObjectMapper mapper,
            AttributeRules rules,
            Boolean sendEmail,
            ResultWriter writer) {
        this.mapper = mapper;
        this.body = new BodyBinder("ensure", "wanted user", mapper);
        this.sendEmail = new ParameterBinder(OktaUsersOperation.activate, OperationParam.sendEmail, sendEmail);
        this.planner = new UserPlanner(rules);
        this.calls = new UserCalls(client, org);
        this.read = calls.request(OktaUsersOperation.get, List.of(""), "", Map.of(), null);
        this.writer = writer;
    }

    /**
     * @throws UserRefusedException if no legal calls lead to what is wanted
     */
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        writer.clear(message);
        DesiredUser wanted = wanted(message);
        boolean mail = Boolean.parseBoolean(sendEmail.valueIn(message));
        Found found = wanted.id() == null ? calls.byLogin(wanted.login()) : calls.byId(wanted.id());
        Outcome outcome = new UserRun(calls).run(found, user -> planner.plan(wanted, user, mail));
        if (outcome.refusal() != null) {
            throw new UserRefusedException(outcome.refusal());
        }
        writer.write(read, answer(outcome), message);
        message.setHeader(OktaUsersConstants.CHANGED, !outcome.made().isEmpty());
        message.setHeader(
                OktaUsersConstants.CALLS,
                outcome.made().stream().map(PlannedCall::toString).toList());
    }

    private OktaResponse answer(Outcome outcome) {
        return outcome.response() == null ? calls.byId(outcome.id()).response() : outcome.response();
    }

    private DesiredUser wanted(Message message) {
        try {
            return reader.read(mapper.readTree(body.bind(message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
