/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.producer.Action;
import io.github.camelokta.users.result.ResultWriter;
import io.github.camelokta.users.sync.EnsureAction;
import io.github.camelokta.users.sync.OneShotSources;
import io.github.camelokta.users.sync.ReconcileAction;
import io.github.camelokta.users.sync.SyncEndpoint;
import java.time.Clock;

/** Makes the actions that consist of several calls from the options of an endpoint. */
final class CompositeFactory {
    private final OktaUsersEndpoint endpoint;
    private final OktaUsersConfiguration configuration;

    CompositeFactory(OktaUsersEndpoint endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
    }

    Action create(CompositeOperation operation) {
        return operation == CompositeOperation.ensure
                ? new EnsureAction(sync(), configuration.attributeRules(), configuration.accessRules())::process
                : new ReconcileAction(
                        sync(),
                        configuration.reconcileRules(),
                        endpoint.guard(),
                        OneShotSources.of(endpoint.getCamelContext()))::process;
    }

    private SyncEndpoint sync() {
        ResultWriter writer =
                new ResultWriter(endpoint.mapper(), configuration.getResultFormat(), endpoint.outputClass());
        return new SyncEndpoint(
                endpoint.client(),
                endpoint.settings().org(),
                endpoint.mapper(),
                endpoint.audit(),
                writer,
                configuration.getSendEmail(),
                configuration.isDryRun(),
                Clock.systemUTC());
    }
}
