/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgSettings.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static Caller caller(Source source, Option option, String value) {
        return Caller.of(OrgSettings.of(source, asked -> asked == option ? value : null, null));
    }

    @Test
    void the_same_token_is_the_same_caller_wherever_it_was_set() {
        assertThat(caller(Source.ENDPOINT, Option.token, "00a"))
                .isEqualTo(caller(Source.COMPONENT, Option.token, " 00a\n"))
                .isNotEqualTo(caller(Source.ENDPOINT, Option.token, "00b"));
    }

    @Test
    void an_app_is_told_by_its_client_id() {
        assertThat(caller(Source.ENDPOINT, Option.oauthClientId, "0oa1"))
                .isNotEqualTo(caller(Source.ENDPOINT, Option.oauthClientId, "0oa2"));
    }

    @Test
    void a_bean_is_told_by_its_own_equality() {
        Credentials bean = new Credentials() {
            @Override
            public Map<String, String> headersFor(AuthorizedCall call) {
                return Map.of();
            }

            @Override
            public Collection<String> secrets() {
                return List.of();
            }
        };

        assertThat(Caller.of(OrgSettings.of(Source.COMPONENT, option -> null, bean)))
                .isEqualTo(Caller.of(OrgSettings.of(Source.ENDPOINT, option -> null, bean)));
    }

    @Test
    void no_credential_shows() {
        Caller caller = caller(Source.ENDPOINT, Option.token, "00CanarySecret");

        assertThat(caller.toString() + caller.key()).doesNotContain("Canary");
    }
}
