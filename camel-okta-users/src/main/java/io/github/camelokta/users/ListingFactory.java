/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.Delivery;
import io.github.camelokta.users.consumer.PageDecoder;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.producer.RequestBinder;
import org.apache.camel.support.DefaultMessage;

/** Makes the decoder of a consumer of lists, from the options of the endpoint. */
final class ListingFactory {
    /** The plain list leaves deprovisioned users out; this expression matches everybody. */
    private static final String EVERYBODY = "status pr";

    private ListingFactory() {}

    /**
     * @throws IllegalArgumentException if the endpoint's options leave a parameter out that the operation needs
     */
    static PageDecoder of(OktaUsersEndpoint endpoint) {
        OktaUsersConfiguration configuration = endpoint.getConfiguration();
        OktaRequest first = new RequestBinder(
                        endpoint.operation(),
                        endpoint.settings().org(),
                        param -> option(endpoint.operation(), configuration, param),
                        endpoint.mapper())
                .bind(new DefaultMessage(endpoint.getCamelContext()));
        return new PageDecoder(
                endpoint.client(),
                first,
                endpoint.mapper(),
                configuration.getResultFormat(),
                endpoint.outputClass(),
                configuration.getDelivery() == Delivery.page);
    }

    private static Object option(
            OktaUsersOperation operation, OktaUsersConfiguration configuration, OperationParam param) {
        Object value = configuration.parameter(param);
        if (value == null && param == OperationParam.limit) {
            return OktaUsersOperation.LARGEST_PAGE;
        }
        boolean everybody = operation == OktaUsersOperation.list
                && param == OperationParam.search
                && configuration.listsEverybody();
        return value == null && everybody ? EVERYBODY : value;
    }
}
