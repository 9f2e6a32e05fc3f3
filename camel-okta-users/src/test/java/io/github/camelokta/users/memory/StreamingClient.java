/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Lists every user of an org through a route, in a JVM of its own, and prints how many there were. */
public final class StreamingClient {

    private StreamingClient() {}

    /** @param args the org's URL and the token */
    public static void main(String[] args) throws Exception {
        AtomicLong users = new AtomicLong();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list")
                            .toF("okta-users:list?paging=stream&orgUrl=%s&token=%s", args[0], args[1])
                            .split(body())
                            .streaming()
                            .process(exchange -> users.incrementAndGet())
                            .end();
                }
            });
            context.start();
            context.createProducerTemplate().sendBody("direct:list", null);
        }
        System.out.println("users " + users);
    }
}
