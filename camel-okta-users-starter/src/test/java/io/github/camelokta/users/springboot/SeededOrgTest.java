/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.spring.AutoConfigureOktaSimulator;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** {@link AutoConfigureOktaSimulator} in a test of plain Spring, without Spring Boot and without Camel. */
@SpringJUnitConfig(SeededOrgTest.Application.class)
@AutoConfigureOktaSimulator(seed = "classpath:/io/github/camelokta/simulator/sample-org.json")
class SeededOrgTest {

    @RepeatedTest(2)
    void each_test_begins_with_the_seed(@Autowired OktaSimulator okta) {
        assertThat(okta.users()).isNotEmpty();
        okta.users().forEach(SimulatedUser::erase);
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {}
}
