/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.camelhttp;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** Reads a user, suspends one, lists all. */
final class UserRoutes extends RouteBuilder {
    static final String ID = "id";
    private static final String NEXT = "next";

    private final String users;
    private final String options;
    private final Processor sink;

    UserRoutes(String users, String options, Processor sink) {
        this.users = users;
        this.options = options;
        this.sink = sink;
    }

    @Override
    public void configure() {
        from("direct:get")
                .setHeader("Authorization", constant("SSWS benchmark"))
                .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                .toD(users + "/${exchangeProperty.id}" + options)
                .unmarshal()
                .json(JsonLibrary.Jackson, JsonNode.class);
        from("direct:suspend")
                .setHeader("Authorization", constant("SSWS benchmark"))
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .toD(users + "/${exchangeProperty.id}/lifecycle/suspend" + options)
                .unmarshal()
                .json(JsonLibrary.Jackson, JsonNode.class);
        from("direct:list")
                .setProperty(NEXT, constant(users + "?limit=200"))
                .loopDoWhile(exchangeProperty(NEXT).isNotNull())
                .removeHeaders("*")
                .setBody(constant((Object) null))
                .setHeader("Authorization", constant("SSWS benchmark"))
                .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                .toD("${exchangeProperty.next}")
                .process(it -> it.setProperty(
                        NEXT, CamelHttpSubject.next(it.getMessage().getHeader("Link"))))
                .unmarshal()
                .json(JsonLibrary.Jackson, JsonNode.class)
                .split(body())
                .streaming()
                .process(sink)
                .end()
                .end();
    }
}
