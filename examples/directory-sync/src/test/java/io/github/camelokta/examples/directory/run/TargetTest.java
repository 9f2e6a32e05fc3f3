/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.examples.demo.UsageException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "OKTA_CLIENT_ORGURL", "https://acme.okta.com",
            "OKTA_CLIENT_TOKEN", "00secret",
            "LDAP_URL", "ldaps://ldap.example.com",
            "LDAP_BIND_DN", "cn=reader",
            "LDAP_BIND_PASSWORD", "hidden",
            "LDAP_BASE", "ou=people,dc=example,dc=com",
            "SYNC_SCOPE", "profile.userType eq \"employee\"",
            "SYNC_PROTECT", "profile.login sw \"svc-\""));

    @Test
    void the_real_one_is_what_the_environment_names() {
        environment.put("SYNC_MAX_DEACTIVATIONS", "7");
        environment.put("SYNC_ON_MISSING", " ");

        Target target = Target.real(environment);

        assertThat(target.line()).isEqualTo("Okta: https://acme.okta.com, directory: ldaps://ldap.example.com");
        assertThat(target.directory()).isEqualTo(new LdapServer("ldaps://ldap.example.com", "cn=reader", "hidden"));
        assertThat(target.okta()).containsEntry("OKTA_CLIENT_TOKEN", "00secret");
        assertThat(target.properties())
                .containsOnly(
                        Map.entry("ldap.base", "ou=people,dc=example,dc=com"),
                        Map.entry("ldap.filter", "(objectClass=inetOrgPerson)"),
                        Map.entry("ldap.pageSize", "500"),
                        Map.entry("sync.scope", "profile.userType eq \"employee\""),
                        Map.entry("sync.protect", "profile.login sw \"svc-\""),
                        Map.entry("sync.onMissing", "deactivate"),
                        Map.entry("sync.maxDeactivations", "7"),
                        Map.entry("sync.maxChangePercent", "10"),
                        Map.entry("sync.minSourceSize", "1"));
        assertThat(target + " " + target.directory()).doesNotContain("secret").doesNotContain("hidden");
    }

    @Test
    void a_service_app_will_do_instead_of_a_token() {
        environment.remove("OKTA_CLIENT_TOKEN");
        environment.put("OKTA_CLIENT_CLIENTID", "0oa1");
        environment.put("OKTA_CLIENT_PRIVATEKEY", "file:key.pem");

        assertThat(Target.real(environment).okta()).isEqualTo(environment);
    }

    @ParameterizedTest
    @CsvSource({
        "OKTA_CLIENT_ORGURL, the org",
        "OKTA_CLIENT_TOKEN, the API token (or OKTA_CLIENT_CLIENTID with OKTA_CLIENT_PRIVATEKEY",
        "LDAP_URL, the directory",
        "LDAP_BIND_DN, the account that reads",
        "LDAP_BIND_PASSWORD, the password",
        "LDAP_BASE, the entry that people are below of",
        "SYNC_SCOPE, the search expression of the users that the directory owns",
        "SYNC_PROTECT, the search expression of the users who are never written to"
    })
    void what_is_missing_is_named_in_a_sentence(String variable, String meaning) {
        environment.put(variable, " ");

        assertThatThrownBy(() -> Target.real(environment))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--real needs " + variable + " in the environment: " + meaning)
                .hasMessageNotContaining("\n");
    }

    @Test
    void all_that_is_missing_is_named_a_sentence_each() {
        UsageException refused = catchThrowableOfType(UsageException.class, () -> Target.real(Map.of()));

        assertThat(refused.getMessage().lines()).hasSize(8).allMatch(line -> line.startsWith("--real needs "));
    }

    @ParameterizedTest
    @CsvSource({
        "ldaps://ldap.example.com,                          true",
        "ldaps://ldap.example.com:1636,                     true",
        "ldaps://a.example.com ldaps://b.example.com,       true",
        "ldap://localhost:1389,                             true",
        "ldap://127.0.0.1:1389,                             true",
        "ldap://[::1]:1389,                                 true",
        "ldap://ldap.example.com,                           false",
        "ldap://localhost.example.com,                      false",
        "ldaps://a.example.com ldap://b.example.com,        false",
        "https://ldap.example.com,                          false",
        "ldap.example.com,                                  false",
        "ldap://a b://,                                     false",
    })
    void a_password_does_not_travel_in_clear_text(String url, boolean fine) {
        environment.put("LDAP_URL", url);

        if (fine) {
            assertThat(Target.real(environment).directory().url()).isEqualTo(url);
        } else {
            assertThatThrownBy(() -> Target.real(environment))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("LDAP_URL is not ldaps://: the password and the people would travel in clear text.");
        }
    }

    @Test
    void the_simulated_one_holds_the_simulated_ones_and_nothing_else() {
        LdapServer directory = new LdapServer("ldap://127.0.0.1:3", "cn=reader", "sample");
        Target target = Target.simulated("http://127.0.0.1:2", "00simulated", directory, Demo.properties());

        assertThat(target.line())
                .isEqualTo("Okta: simulated org at http://127.0.0.1:2, directory: embedded at ldap://127.0.0.1:3");
        assertThat(target.okta())
                .isEqualTo(Map.of("OKTA_CLIENT_ORGURL", "http://127.0.0.1:2", "OKTA_CLIENT_TOKEN", "00simulated"));
        assertThat(target.properties())
                .as("every property is set, so that none is looked for in the environment")
                .containsOnlyKeys(Target.real(environment).properties().keySet());
    }
}
