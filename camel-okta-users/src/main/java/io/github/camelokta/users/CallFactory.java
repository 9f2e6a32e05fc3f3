/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.DeletePolicy;
import io.github.camelokta.users.api.Paging;
import io.github.camelokta.users.audit.WriteAudit;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.interceptor.AuditInterceptor;
import io.github.camelokta.users.http.interceptor.DeleteInterceptor;
import io.github.camelokta.users.http.interceptor.IdempotentInterceptor;
import io.github.camelokta.users.http.interceptor.NotFoundInterceptor;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.producer.Action;
import io.github.camelokta.users.producer.Call;
import io.github.camelokta.users.producer.DryRunCall;
import io.github.camelokta.users.producer.RequestBinder;
import io.github.camelokta.users.result.ResultWriter;

/** Makes the call of an operation from the options of an endpoint. All that they determine is computed here, once. */
final class CallFactory {
    private final OktaUsersEndpoint endpoint;
    private final OktaUsersConfiguration configuration;

    CallFactory(OktaUsersEndpoint endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
    }

    Action create(OktaUsersOperation operation) {
        new EndpointCheck(operation, configuration).checkRow();
        RequestBinder binder = new RequestBinder(
                operation, endpoint.settings().org(), param -> option(operation, param), endpoint.mapper());
        ResultWriter writer =
                new ResultWriter(endpoint.mapper(), configuration.getResultFormat(), endpoint.outputClass());
        OktaClient client = endpoint.client();
        OktaClient guarded = guarded(operation, client);
        if (operation.repeat() == Repeat.SAFE) {
            return new Call(
                    binder, exchange -> guarded, writer, configuration.getPaging(), configuration.getMaxResults());
        }
        if (configuration.isDryRun()) {
            return new DryRunCall(binder, client, next -> guarded(operation, next), writer);
        }
        WriteAudit audit = endpoint.audit();
        return new Call(
                binder,
                exchange -> {
                    WriteListener listener = audit.listenerFor(exchange);
                    return listener == WriteListener.NONE
                            ? guarded
                            : guarded(operation, new AuditInterceptor(client, listener));
                },
                writer,
                configuration.getPaging(),
                configuration.getMaxResults());
    }

    private OktaClient guarded(OktaUsersOperation operation, OktaClient client) {
        if (operation.repeat() == Repeat.DESTRUCTIVE && configuration.getDeletePolicy() != DeletePolicy.raw) {
            return new DeleteInterceptor(configuration.getDeletePolicy() == DeletePolicy.delete, client);
        }
        // Closer to Okta, so that of two ways to take a 404 the one that leaves the body alone goes first.
        OktaClient idempotent = configuration.isIdempotent() ? new IdempotentInterceptor(client) : client;
        return "null".equals(configuration.getNotFound()) ? new NotFoundInterceptor(idempotent) : idempotent;
    }

    private Object option(OktaUsersOperation operation, OperationParam param) {
        Object value = configuration.parameter(param);
        boolean whole = configuration.getPaging() != Paging.page;
        return value == null && param == OperationParam.limit && operation.paged() && whole
                ? OktaUsersOperation.LARGEST_PAGE
                : value;
    }
}
