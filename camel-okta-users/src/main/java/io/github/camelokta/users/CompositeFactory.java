/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.exchange.ResultWriter;
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.sync.EnsureAction;
import io.github.camelokta.users.sync.ReconcileAction;

/** Makes the actions that consist of several calls from the options of an endpoint. */
final class CompositeFactory {
    private final OktaUsersEndpoint endpoint;
    private final OktaUsersConfiguration configuration;

    CompositeFactory(OktaUsersEndpoint endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
    }

    Action create(CompositeOperation operation) {
        return operation == CompositeOperation.ensure ? ensure()::process : reconcile()::process;
    }

    private ReconcileAction reconcile() {
        return new ReconcileAction(
                endpoint.client(),
                endpoint.settings().org(),
                endpoint.mapper(),
                configuration.reconcileRules(),
                endpoint.brake(),
                configuration.getSendEmail(),
                writer());
    }

    private EnsureAction ensure() {
        return new EnsureAction(
                endpoint.client(),
                endpoint.settings().org(),
                endpoint.mapper(),
                configuration.attributeRules(),
                configuration.getSendEmail(),
                writer());
    }

    private ResultWriter writer() {
        return new ResultWriter(
                endpoint.client(),
                endpoint.mapper(),
                configuration.getResultFormat(),
                endpoint.outputClass(),
                Paging.all,
                configuration.getMaxResults());
    }
}
