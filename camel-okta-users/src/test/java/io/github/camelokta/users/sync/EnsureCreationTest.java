/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** {@code okta-users:ensure} in a route, for users who are not there yet. */
class EnsureCreationTest extends EnsureFixture {
    EnsureCreationTest(OktaSimulator okta) {
        super(okta);
    }

    @Test
    void a_new_user_is_created_without_a_mail() {
        Map<String, Object> body = ann("city", " Oslo ");

        Exchange exchange = send("okta-users:ensure", body);

        assertThat(exchange.getException()).isNull();
        assertThat(okta.findUser(LOGIN).orElseThrow().profile("city")).isEqualTo("Oslo");
        assertThat(okta.requests().matching(request -> request.method().equals("POST")))
                .extracting(request -> request.path() + "?" + request.query())
                .satisfiesExactly(
                        create -> assertThat(create).contains("activate=false"), activate -> assertThat(activate)
                                .contains("/lifecycle/activate")
                                .contains("sendEmail=false"));
        assertThat(exchange.getMessage().getBody(Map.class).get("status")).isEqualTo("PROVISIONED");
        assertThat(calls(exchange))
                .containsExactly("create: no user has this login", "activate: ACTIVE is wanted, without a mail");
        assertThat(exchange.getMessage().getHeaders().toString()
                        + exchange.getMessage().getBody())
                .doesNotContain("welcome")
                .doesNotContain("activationToken");
        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void with_sendEmail_one_call_creates_and_the_header_wins_over_the_option() {
        Exchange exchange = context.createFluentProducerTemplate()
                .to("okta-users:ensure?sendEmail=false")
                .withHeader(OktaUsersConstants.SEND_EMAIL, "true")
                .withBody(ann("city", "Oslo"))
                .send();

        assertThat(operations(exchange)).containsExactly("create");
        assertThat(okta.requests().last().query().toString()).contains("activate=true");
    }

    @Test
    void a_staged_user_with_a_password_becomes_active() {
        Map<String, Object> body = Map.of(
                "status",
                "ACTIVE",
                "profile",
                Map.of("login", LOGIN, "email", LOGIN, "firstName", "Ann", "lastName", "Lee"),
                "credentials",
                Map.of("password", Map.of("value", "Correct-Horse-7")));
        Exchange exchange = send("okta-users:ensure", body);
        assertThat(exchange.getException()).isNull();
        SimulatedUser ann = okta.findUser(LOGIN).orElseThrow();
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.password()).isEqualTo("Correct-Horse-7");
        assertThat(calls(exchange).toString()).doesNotContain("Horse");
        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void a_refusal_of_Oktas_is_an_error() {
        Exchange exchange = send("okta-users:ensure", Map.of("login", "no-mail", "status", "STAGED"));
        assertThat(exchange.getException(OktaUsersException.class).getErrorCode())
                .isEqualTo("E0000001");
    }
}
