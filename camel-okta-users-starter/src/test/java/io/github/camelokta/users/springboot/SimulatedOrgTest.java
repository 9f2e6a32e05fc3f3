/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.simulator.spring.AutoConfigureOktaSimulator;
import io.github.camelokta.users.OktaUsersConstants;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** An application that is set up for a real org, with {@link AutoConfigureOktaSimulator} on its test. */
@SpringBootTest(
        classes = SuspendApplicationTest.Application.class,
        properties = {
            "camel.component.okta-users.org-url=https://acme.okta.com",
            "camel.component.okta-users.oauth-client-id=0oaOfTheRealOrg",
            "camel.component.okta-users.private-key=file:of-the-real-org.pem",
            "camel.component.okta-users.dpop=true"
        })
@AutoConfigureOktaSimulator
class SimulatedOrgTest {
    @Autowired
    private OktaSimulator okta;

    @Autowired
    private ProducerTemplate producer;

    private SimulatedUser ann;

    @BeforeEach
    void addAnn() {
        ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
    }

    @Test
    void a_route_suspends_a_user_of_the_simulated_org() {
        producer.sendBodyAndHeader("direct:suspend", null, OktaUsersConstants.USER_ID, ann.id());

        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @RepeatedTest(2)
    void each_test_begins_with_the_org_as_it_was_started() {
        assertThat(okta.users()).extracting(SimulatedUser::id).containsExactly(ann.id());
        okta.addUser("left-over@example.com", UserStatus.ACTIVE);
    }

    @Nested
    class Inside {
        @RepeatedTest(2)
        void nested_tests_have_the_same_org_reset_as_well(@Autowired OktaSimulator same) {
            assertThat(same).isSameAs(okta);
            assertThat(okta.users()).extracting(SimulatedUser::id).containsExactly(ann.id());
            okta.addUser("left-over@example.com", UserStatus.ACTIVE);
        }
    }
}
