/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The component: a route with an exchange for each user. */
final class ComponentLister implements Lister {
    private static final int ID_FROM = "{\"id\":\"".length();
    private static final int ID_LENGTH = 20;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ListingOptions options;

    ComponentLister(ListingOptions options) {
        this.options = options;
        camel.start();
    }

    @Override
    public void warmUp() {
        String uri = "okta-users:get?orgUrl=" + options.url() + "&token=benchmark&userId=" + ListingOptions.SOME_ID;
        camel.createProducerTemplate().requestBody(uri, null, Object.class);
    }

    @Override
    public void begin(UserWork work) throws Exception {
        String uri = "okta-users:list?orgUrl=" + options.url() + "&token=benchmark&initialDelay=0&repeatCount=1&"
                + options.reader();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("benchmark")
                        .process(exchange -> work.take(id(exchange.getMessage().getBody())));
            }
        });
    }

    private static String id(Object body) {
        return body instanceof Map<?, ?> user
                ? (String) user.get("id")
                : new String((byte[]) body, ID_FROM, ID_LENGTH, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        camel.close();
    }
}
