/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.camelokta.users.OktaUsersComponent;
import java.lang.management.ManagementFactory;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Budgets for the bytes that calls allocate, with less than a fifth of head-room. Bytes do not depend on how busy the machine is,
 * but on how far the code is compiled, and code that is compiled allocates less: a budget holds as soon as one round keeps it.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 2_000;
    private static final int ROUNDS = 40;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private PagedOrg okta;

    @BeforeEach
    void startContext() throws Exception {
        okta = new PagedOrg();
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.url());
        component.getConfiguration().setToken("00CanarySecret");
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterEach
    void stopContext() {
        context.stop();
        okta.close();
    }

    @Test
    void a_user_is_read_as_a_map() throws Exception {
        assertThat(leastPerCall("okta-users:get", 24_500)).isLessThanOrEqualTo(24_500);
    }

    @Test
    void a_user_is_read_as_bytes() throws Exception {
        assertThat(leastPerCall("okta-users:get?resultFormat=bytes", 18_200)).isLessThanOrEqualTo(18_200);
    }

    @Test
    void a_user_is_suspended() throws Exception {
        assertThat(leastPerCall("okta-users:suspend", 17_200)).isLessThanOrEqualTo(17_200);
    }

    @Test
    void a_user_of_a_list_is_delivered_as_a_map() throws Exception {
        assertThat(leastPerUser("", 7_600)).isLessThanOrEqualTo(7_600);
    }

    @Test
    void a_user_of_a_list_is_delivered_as_bytes() throws Exception {
        assertThat(leastPerUser("&resultFormat=bytes", 2_900)).isLessThanOrEqualTo(2_900);
    }

    /** The bytes of the best round; ends with the first that keeps the budget. */
    private long leastPerCall(String uri, long budget) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").to(uri);
            }
        });
        Endpoint route = context.getEndpoint("direct:call");
        ProducerTemplate template = context.createProducerTemplate();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > budget; round++) {
            long start = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                call(template, route, PagedOrg.id(call));
            }
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - start) / CALLS);
        }
        return least;
    }

    private static void call(ProducerTemplate template, Endpoint route, String id) throws Exception {
        Exchange done = template.send(route, it -> it.getMessage().setHeader("CamelOktaUsersUserId", id));
        if (done.getException() != null) {
            throw done.getException();
        }
    }

    /** As with calls; a round is a poll, which lists all. */
    private long leastPerUser(String options, long budget) throws Exception {
        PollMeter meter = new PollMeter(budget);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("okta-users:list?delay=1" + options).process(meter);
            }
        });
        return meter.least();
    }
}
