/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.simulator.spring.AutoConfigureOktaSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/** Spring Boot's test slices, in an application that has the starter on its class path and no org set. */
class SliceTest {

    @Nested
    @JsonTest
    @ContextConfiguration(classes = Application.class)
    class OfJson {
        @Test
        void a_slice_without_camel_starts_and_asks_for_no_org(@Autowired ApplicationContext app) {
            assertThat(app.getBeanNamesForType(CamelContext.class)).isEmpty();
            assertThat(app.getBeanNamesForType(OktaUsersComponentConfiguration.class))
                    .isEmpty();
        }
    }

    @Nested
    @JsonTest
    @ContextConfiguration(classes = {Application.class, Routes.class})
    @ImportAutoConfiguration({CamelAutoConfiguration.class, OktaUsersComponentAutoConfiguration.class})
    @AutoConfigureOktaSimulator
    class OfJsonWithRoutes {
        @Test
        void a_slice_that_adds_camel_runs_a_route(@Autowired OktaSimulator okta, @Autowired ProducerTemplate producer) {
            SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);

            producer.sendBody("direct:suspend", ann.id());

            assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class Routes {
        @Bean
        RoutesBuilder suspend() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:suspend")
                            .setHeader("CamelOktaUsersUserId", body())
                            .to("okta-users:suspend");
                }
            };
        }
    }
}
