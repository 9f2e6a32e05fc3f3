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
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Operation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.producer.Action;
import io.github.camelokta.users.producer.Call;
import io.github.camelokta.users.producer.DryRunCall;
import io.github.camelokta.users.producer.RequestBinder;
import io.github.camelokta.users.result.ResultWriter;
import io.github.camelokta.users.sync.EnsureAction;
import io.github.camelokta.users.sync.OneShotSources;
import io.github.camelokta.users.sync.ReconcileAction;
import io.github.camelokta.users.sync.SyncEndpoint;
import java.time.Clock;

/**
 * Makes what a producer does from the options of its endpoint: one call, or something made of several. All that the options
 * determine is computed here, once.
 */
final class ActionFactory {
    private final OktaUsersEndpoint endpoint;
    private final OktaUsersConfiguration configuration;

    ActionFactory(OktaUsersEndpoint endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
    }

    Action create(Operation operation) {
        return operation instanceof OktaUsersOperation row ? call(row) : composite((CompositeOperation) operation);
    }

    private Action call(OktaUsersOperation operation) {
        new EndpointCheck(operation, configuration).checkCall(operation);
        RequestBinder binder = new RequestBinder(
                operation, endpoint.settings().org(), param -> option(operation, param), endpoint.mapper());
        ResultWriter writer = writer();
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

    private Action composite(CompositeOperation operation) {
        SyncEndpoint sync = new SyncEndpoint(
                endpoint.client(),
                endpoint.settings().org(),
                endpoint.mapper(),
                endpoint.audit(),
                writer(),
                configuration.getSendEmail(),
                configuration.isDryRun(),
                Clock.systemUTC());
        return operation == CompositeOperation.ensure
                ? new EnsureAction(sync, configuration.attributeRules(), configuration.accessRules())::process
                : new ReconcileAction(
                        sync,
                        configuration.reconcileRules(),
                        endpoint.guard(),
                        OneShotSources.of(endpoint.getCamelContext()))::process;
    }

    private ResultWriter writer() {
        return new ResultWriter(endpoint.mapper(), configuration.getResultFormat(), endpoint.outputClass());
    }
}
