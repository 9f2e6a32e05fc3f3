/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.oktausers;

import io.github.camelokta.benchmarks.routes.RouteSubject;
import io.github.camelokta.benchmarks.worker.Worker;
import io.github.camelokta.users.OktaUsersComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The component in routes, with 64 connections. The option is {@code stock}, for the defaults, {@code connections=256}, or holds
 * options of the endpoints, as in a URI.
 */
public final class OktaUsersSubject extends RouteSubject {
    private static final String ROUTE = "list";
    private static final String STOCK = "stock";
    private static final String WIDE = "connections=";
    private static final int CONNECTIONS = 64;
    private static final int ID_FROM = "{\"id\":\"".length();
    private static final int ID_LENGTH = 20;

    private final String list;

    private OktaUsersSubject(String url, String option) throws Exception {
        String org = "?orgUrl=" + url + "&token=benchmark";
        String format = option.contains("resultFormat=bytes") ? "&resultFormat=bytes" : "";
        boolean forList = !option.isEmpty() && !option.equals(STOCK) && !option.startsWith(WIDE);
        list = "okta-users:list" + org + "&initialDelay=0&repeatCount=1" + (forList ? "&" + option : "");
        if (!option.equals(STOCK)) {
            int connections = option.startsWith(WIDE) ? Integer.parseInt(option.substring(WIDE.length())) : CONNECTIONS;
            camel.getComponent("okta-users", OktaUsersComponent.class).setMaxConnections(connections);
        }
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:get").to("okta-users:get" + org + format);
                from("direct:suspend").to("okta-users:suspend" + org);
            }
        });
    }

    public static void main(String[] args) throws Exception {
        Worker.serve(args, OktaUsersSubject::new);
    }

    @Override
    protected void address(Exchange exchange, String id) {
        exchange.getMessage().setHeader("CamelOktaUsersUserId", id);
    }

    @Override
    public void list(UserSink sink) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(list).routeId(ROUTE).process(exchange -> {
                    Object user = exchange.getMessage().getBody();
                    if (sink.take(id(user), user)) {
                        end.countDown();
                    }
                });
            }
        });
        end.await();
        camel.getRouteController().stopRoute(ROUTE);
        camel.removeRoute(ROUTE);
    }

    private static String id(Object body) {
        return body instanceof Map<?, ?> user
                ? (String) user.get("id")
                : new String((byte[]) body, ID_FROM, ID_LENGTH, StandardCharsets.US_ASCII);
    }
}
