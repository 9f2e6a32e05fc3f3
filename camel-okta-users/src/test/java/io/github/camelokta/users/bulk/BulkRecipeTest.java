/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The manual's recipe for many calls does what the manual says. */
@ExtendWith(OktaSimulatorExtension.class)
class BulkRecipeTest {
    private static final int USERS = 60;

    private final OktaSimulator okta;
    private final List<String> ids = new ArrayList<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    BulkRecipeTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < USERS; i++) {
            ids.add(okta.addUser("p" + i + "@acme.com", UserStatus.ACTIVE).id());
        }
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        context.addRoutes(new BulkRecipe());
        context.start();
        okta.requests().clear();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void it_counts_what_Okta_did_and_names_the_failed_in_the_order_of_the_input() {
        okta.findUser(ids.get(50)).orElseThrow().change(UserStatus.SUSPENDED);
        ids.set(7, "00u00000000000nobody");
        okta.faults()
                .on("POST", "/api/v1/users/" + ids.get(30) + "/**")
                .always()
                .fail(Fault.error(ErrorCode.E0000090));

        Exchange exchange = send("direct:suspend-many", ids.iterator());

        assertThat(exchange.getException()).isNull();
        BulkResult result = exchange.getMessage().getBody(BulkResult.class);
        assertThat(result.getDone()).isEqualTo(USERS - 3);
        assertThat(result.getFailed())
                .containsExactly(entry(7, "404 E0000007"), entry(30, "409 E0000090"), entry(50, "400 E0000001"));
        assertThat(okta.users().stream().filter(user -> user.status() == UserStatus.SUSPENDED))
                .as("those done, and the one who was so before")
                .hasSize(USERS - 2);
    }

    @Test
    void it_asks_its_source_for_little_more_than_is_worked_on() {
        AtomicInteger taken = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        Iterator<String> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return taken.get() < USERS;
            }

            @Override
            public String next() {
                ahead.add(taken.get() - (int) okta.requests().count());
                return ids.get(taken.getAndIncrement());
            }
        };
        Exchange exchange = send("direct:suspend-many", source);
        assertThat(exchange.getMessage().getBody(BulkResult.class).getDone()).isEqualTo(USERS);
        assertThat(ahead)
                .as("10 at work, 20 in the queue, one with the reader, one read ahead")
                .allMatch(more -> more <= 32);
    }

    @Test
    void with_stopOnException_nothing_is_begun_after_the_first_failure() {
        ids.set(7, "00u00000000000nobody");

        Exchange exchange = send("direct:suspend-until-one-fails", ids);

        assertThat(exchange.getException())
                .isInstanceOf(CamelExchangeException.class)
                .hasCauseInstanceOf(OktaUsersException.class);
        assertThat(okta.requests().methodsAndPaths())
                .isEqualTo(ids.subList(0, 8).stream()
                        .map(id -> "POST /api/v1/users/" + id + "/lifecycle/suspend")
                        .toList());
    }

    private Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }
}
