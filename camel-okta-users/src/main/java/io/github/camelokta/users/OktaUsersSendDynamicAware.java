/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.OperationParam.Place;
import io.github.camelokta.users.producer.ParameterBinder;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Lets {@code toD} with parameters use one static endpoint: the parameters in the URI become headers for the one call, so that
 * no endpoint is made per user and no user's name stands in an endpoint's URI.
 */
@SendDynamic("okta-users")
public class OktaUsersSendDynamicAware extends SendDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Map<String, Object> properties = endpointProperties(exchange, uri);
        if (uri.indexOf('%') >= 0) {
            decode(uri, properties);
        }
        return new DynamicAwareEntry(uri, originalUri, properties, null);
    }

    /** The support class leaves percent signs as they are; in a static URI Camel decodes them, but not in RAW values. */
    private static void decode(String uri, Map<String, Object> properties) throws Exception {
        String encoded = UnsafeUriCharactersEncoder.encode(URISupport.normalizeUri(uri));
        Map<String, Object> decoded = URISupport.parseParameters(new URI(encoded));
        for (OperationParam param : OperationParam.values()) {
            Object value = properties.get(param.name());
            if (value != null && URISupport.scanRaw(value.toString()).isEmpty()) {
                properties.put(param.name(), decoded.get(param.name()));
            }
        }
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> fixed = new LinkedHashMap<>(properties(entry));
        parametersIn(entry).keySet().forEach(param -> fixed.remove(param.name()));
        return fixed.isEmpty() ? entry.getUri().split("\\?", 2)[0] : asEndpointUri(exchange, entry.getUri(), fixed);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        Map<OperationParam, String> parameters = withoutHeadersOf(exchange, entry);
        return parameters.isEmpty()
                ? null
                : sent -> parameters.forEach((param, value) -> sent.getMessage().setHeader(param.header(), value));
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        Map<OperationParam, String> parameters = withoutHeadersOf(exchange, entry);
        return parameters.isEmpty()
                ? null
                : sent -> parameters.keySet().forEach(param -> sent.getMessage().removeHeader(param.header()));
    }

    /** A header wins over an option, so one that the message has already is neither set nor removed. */
    private static Map<OperationParam, String> withoutHeadersOf(Exchange exchange, DynamicAwareEntry entry) {
        Map<OperationParam, String> parameters = parametersIn(entry);
        parameters.keySet().removeIf(param -> exchange.getMessage().getHeader(param.header()) != null);
        return parameters;
    }

    private static Map<OperationParam, String> parametersIn(DynamicAwareEntry entry) {
        Map<OperationParam, String> parameters = new EnumMap<>(OperationParam.class);
        for (OperationParam param : OperationParam.values()) {
            Object value = properties(entry).get(param.name());
            if (value != null) {
                parameters.put(param, text(param, value.toString()));
            }
        }
        return parameters;
    }

    private static Map<String, Object> properties(DynamicAwareEntry entry) {
        return entry.getProperties() == null ? Map.of() : entry.getProperties();
    }

    /** The value without its RAW token, in which white space is what the route's author wrote. */
    private static String text(OperationParam param, String value) {
        if (URISupport.scanRaw(value).isEmpty()) {
            if (param.place() == Place.PATH) {
                ParameterBinder.requireNoBlank("Option " + param, param, value);
            }
            return value;
        }
        Map<String, Object> raw = new HashMap<>(Map.of(param.name(), value));
        URISupport.resolveRawParameterValues(raw);
        return raw.get(param.name()).toString();
    }
}
