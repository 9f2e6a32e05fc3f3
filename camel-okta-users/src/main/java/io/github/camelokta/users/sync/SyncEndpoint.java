/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.audit.WriteAudit;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.producer.ParameterBinder;
import io.github.camelokta.users.result.ResultWriter;
import java.time.Clock;

/**
 * What {@code ensure} and {@code reconcile} have of their endpoint.
 *
 * @param audit hears of each write
 * @param writer writes results to messages
 * @param sendEmail the option's value; null if it is not set
 * @param dryRun whether nothing is written
 */
public record SyncEndpoint(
        OktaClient client,
        OrgUrl org,
        ObjectMapper mapper,
        WriteAudit audit,
        ResultWriter writer,
        Boolean sendEmail,
        boolean dryRun,
        Clock clock) {

    UserCalls calls() {
        return new UserCalls(client, org);
    }

    /** Of all calls that take it, it means the same. */
    ParameterBinder sendEmailBinder() {
        return new ParameterBinder(OktaUsersOperation.activate, OperationParam.sendEmail, sendEmail);
    }
}
