/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.Delivery;
import io.github.camelokta.users.consumer.PageDecoder;
import io.github.camelokta.users.consumer.RawPage;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.producer.RequestBinder;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.support.DefaultMessage;

/** Begins the listings of a consumer, all with the same first request. */
final class ListingFactory {
    /** The plain list leaves deprovisioned users out; this expression matches everybody. */
    private static final String EVERYBODY = "status pr";

    private final OktaRequest first;
    private final PageDecoder cutter;

    /**
     * @throws IllegalArgumentException if the endpoint's options leave a parameter out that the operation needs
     */
    ListingFactory(OktaUsersEndpoint endpoint) {
        OktaUsersConfiguration configuration = endpoint.getConfiguration();
        this.first = new RequestBinder(
                        endpoint.operation(),
                        endpoint.settings().org(),
                        param -> option(endpoint.operation(), configuration, param),
                        endpoint.mapper())
                .bind(new DefaultMessage(endpoint.getCamelContext()));
        this.cutter = new PageDecoder(
                endpoint.client(),
                endpoint.mapper(),
                configuration.getResultFormat(),
                endpoint.outputClass(),
                configuration.getDelivery() == Delivery.page);
    }

    /** @param held how many pages may be read before the first of them is cut, 1 or more */
    Supplier<Optional<RawPage>> begin(int held) {
        return cutter.begin(first, held);
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
