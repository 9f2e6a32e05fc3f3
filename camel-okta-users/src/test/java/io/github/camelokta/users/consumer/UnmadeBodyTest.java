/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user of whom no body can be made goes to the route's error handler, and stops nobody else. */
@ExtendWith(OktaSimulatorExtension.class)
class UnmadeBodyTest {
    private final List<Exchange> caught = Collections.synchronizedList(new ArrayList<>());
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

    /** Takes only users with a number or nothing for a division. */
    public static final class Person {
        public Map<String, Object> profile;

        public void setProfile(Map<String, Object> value) {
            if ("bad".equals(value.get("nickName"))) {
                throw new IllegalArgumentException("secret value");
            }
            profile = value;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "all,user,retry",
        "all,page,retry",
        "changes,user,retry",
        "changes,page,retry",
        "changes,user,skip",
        "changes,page,skip"
    })
    void the_others_are_delivered_and_onException_gets_the_bad_one(
            String mode, String delivery, String onError, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 5);
        okta.findUser("user2@example.com").orElseThrow().change("nickName", "bad");
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(OktaUsersException.class).handled(true).process(caught::add);
                    from("okta-users:list?mode=" + mode + "&delivery=" + delivery + "&name=x&initialDelay=0&delay=20"
                                    + "&repeatCount=1" + (mode.equals("all") ? "" : "&onError=" + onError)
                                    + "&outputClass=" + Person.class.getName())
                            .routeId("users")
                            .process(exchange -> {
                                Object body = exchange.getMessage().getBody();
                                for (Object person : body instanceof List<?> list ? list : List.of(body)) {
                                    delivered.add(((Person) person)
                                            .profile
                                            .get("login")
                                            .toString());
                                }
                            });
                }
            });
            consumer.context.start();
            await().until(() -> delivered.size() == 4 && !caught.isEmpty());

            assertThat(delivered)
                    .containsExactlyInAnyOrder(
                            "user0@example.com", "user1@example.com", "user3@example.com", "user4@example.com");
            assertThat(caught).hasSize(1);
            Exchange bad = caught.get(0);
            assertThat(bad.getMessage().getBody(String.class)).contains("user2@example.com");
            assertThat(bad.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                    .hasMessageContaining("profile")
                    .hasMessageNotContaining("secret");
        }
    }
}
