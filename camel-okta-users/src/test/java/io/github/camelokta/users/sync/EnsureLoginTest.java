/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which user a login names to {@code okta-users:ensure}. */
class EnsureLoginTest extends EnsureFixture {
    EnsureLoginTest(OktaSimulator okta) {
        super(okta);
    }

    @ParameterizedTest
    @CsvSource({"a/b@acme.com", "a?b@acme.com", "'a\"b/c@acme.com'", "'a\\b/c@acme.com'", "/b", "?b", ".", ".."})
    void a_login_that_no_path_can_hold_is_searched_for(String login) {
        SimulatedUser user = okta.addUser(login, UserStatus.ACTIVE);
        Exchange exchange = send("okta-users:ensure", Map.of("login", login, "status", "SUSPENDED"));

        assertThat(exchange.getException()).isNull();
        assertThat(user.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(okta.requests().methodsAndPaths().subList(0, 2))
                .containsExactly("GET /api/v1/users", "GET /api/v1/users/" + user.id());
    }

    @Test
    void the_short_form_of_a_login_is_not_taken_for_the_login() {
        SimulatedUser other = okta.addUser("ann@acme.com", UserStatus.ACTIVE);
        Exchange exchange = send("okta-users:ensure", Map.of("login", "ann", "status", "DEPROVISIONED"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
        assertThat(other.status()).isEqualTo(UserStatus.ACTIVE);
    }
}
