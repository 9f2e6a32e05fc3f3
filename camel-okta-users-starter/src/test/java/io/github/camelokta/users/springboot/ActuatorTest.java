/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.spring.AutoConfigureOktaSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring Boot's Actuator on the class path and nothing set up for Okta. Asked over JMX, which needs no web server. */
@SpringBootTest(
        properties = {
            "spring.jmx.enabled=true",
            "management.endpoints.jmx.exposure.include=health",
            "management.endpoint.health.show-components=always"
        })
@AutoConfigureOktaSimulator
class ActuatorTest {

    @Test
    void health_follows_the_polls_of_a_consumer(@Autowired OktaSimulator okta) {
        eventually(() -> assertThat(health()).contains("status=UP").contains("camelHealth"));

        okta.faults().on("GET", "/api/v1/users").times(Integer.MAX_VALUE).fail(Fault.unavailable());
        eventually(() -> assertThat(health()).contains("status=DOWN"));

        okta.reset();
        eventually(() -> assertThat(health()).doesNotContain("status=DOWN"));
    }

    /** Where the component looks for Micrometer. */
    @Test
    void camels_registry_has_the_meters_of_spring_boot(
            @Autowired CamelContext context, @Autowired MeterRegistry meters) {
        assertThat(context.getRegistry().findByType(MeterRegistry.class)).contains(meters);
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }

    private static String health() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName endpoint = new ObjectName("org.springframework.boot:type=Endpoint,name=Health");
        return server.invoke(endpoint, "health", new Object[0], new String[0]).toString();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?delay=100").to("mock:users");
                }
            };
        }
    }
}
