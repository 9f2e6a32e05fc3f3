/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.producer.DynamicUri;
import java.util.EnumMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Lets {@code toD} with parameters use one static endpoint: the parameters in the URI become headers for the one call, so that
 * no endpoint is made per user and no user's name stands in an endpoint's URI. They win over older headers, which stand again
 * afterwards.
 */
@SendDynamic("okta-users")
public class OktaUsersSendDynamicAware extends SendDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    /** Refuses here what is to be refused: Camel goes on sending after a failure in the processors below. */
    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        String template = EndpointHelper.resolveEndpointUriPropertyPlaceholders(exchange.getContext(), originalUri);
        return new OneCall(uri, originalUri, DynamicUri.of(template, uri));
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return ((OneCall) entry).dynamic.staticUri();
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        OneCall call = (OneCall) entry;
        return call.dynamic.parameters().isEmpty() ? null : sent -> call.setHeaders(sent.getMessage());
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        OneCall call = (OneCall) entry;
        return call.dynamic.parameters().isEmpty() ? null : sent -> call.restoreHeaders(sent.getMessage());
    }

    /** Camel hands the same entry to all steps of one call. */
    private static final class OneCall extends DynamicAwareEntry {
        private final DynamicUri dynamic;
        private final Map<OperationParam, Object> older = new EnumMap<>(OperationParam.class);

        OneCall(String uri, String originalUri, DynamicUri dynamic) {
            super(uri, originalUri, null, null);
            this.dynamic = dynamic;
        }

        void setHeaders(Message message) {
            dynamic.parameters().forEach((param, value) -> {
                older.put(param, message.getHeader(param.header()));
                message.setHeader(param.header(), value);
            });
        }

        void restoreHeaders(Message message) {
            older.forEach((param, value) -> {
                if (value == null) {
                    message.removeHeader(param.header());
                } else {
                    message.setHeader(param.header(), value);
                }
            });
        }
    }
}
