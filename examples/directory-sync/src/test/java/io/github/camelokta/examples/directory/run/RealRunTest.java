/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --real}, on an org and a directory that the environment names. */
class RealRunTest extends SyncFixture {

    @Test
    void it_stops_after_the_plan() {
        assertThat(launch(environment(), "--real")).as(err::toString).isZero();

        assertThat(printed())
                .startsWith(
                        "Okta: " + okta.orgUrl() + ", directory: "
                                + directory.server().url(),
                        "The plan, by a dry run: 46 users, 29 of them as they should be; 24 calls to make.",
                        "      8 to be created")
                .contains("      2 to be updated", "      1 to be reactivated", "      5 to be deactivated")
                .contains("      1 refused", "          break.glass@example.com  the user is protected")
                .endsWith("Nothing was written. With --apply the plan is carried out.");
        assertThat(audit.writes()).isEmpty();
    }

    @Test
    void a_scope_of_several_conditions_is_taken_as_it_is() {
        Map<String, String> environment = environment();
        environment.put(
                "SYNC_SCOPE", "(profile.userType eq \"employee\") and (profile.email sw \"nobody@\" or status pr)");

        assertThat(launch(environment, "--real")).as(err::toString).isZero();

        assertThat(printed()).element(1).asString().contains("46 users, 29 of them as they should be");
    }

    @Test
    void it_carries_the_plan_out_when_told_to() {
        assertThat(launch(environment(), "--real", "--apply")).as(err::toString).isZero();

        assertThat(audit.state(directory.people())).isEmpty();
        assertThat(printed())
                .contains("  100 %  24 of 24 calls")
                .anyMatch(line -> line.matches("run +8 +2 +1 +0 +5 +29 +1 +24 +\\d+\\.\\d"))
                .endsWith("refused: break.glass@example.com  the user is protected");
        assertThat(String.join("\n", printed())).doesNotContain(okta.token());
    }

    @Test
    void a_directory_that_cannot_be_read_is_named_in_a_sentence_and_nothing_is_written() {
        for (Map<String, String> wrong : List.of(
                Map.of("LDAP_BIND_PASSWORD", "wrong-one"),
                Map.of("LDAP_BASE", "ou=nobody,dc=example,dc=com"),
                Map.of("LDAP_URL", "ldap://127.0.0.1:1"))) {
            err.reset();
            Map<String, String> environment = environment();
            environment.putAll(wrong);

            assertThat(launch(environment, "--real", "--apply")).isEqualTo(1);

            assertThat(complained())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith(
                            "The sync has failed: the directory " + environment.get("LDAP_URL") + " cannot be read (")
                    .endsWith("look at LDAP_URL, LDAP_BIND_DN, LDAP_BIND_PASSWORD and LDAP_BASE")
                    .doesNotContain("wrong-one");
        }
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void an_answer_that_is_cut_off_is_not_taken_for_the_directory() throws Exception {
        try (SampleDirectory cutOff = SampleDirectory.start(SamplePeople.range(0, PEOPLE), PEOPLE / 2)) {
            Map<String, String> environment = environment();
            environment.put("LDAP_URL", cutOff.server().url());
            environment.put("LDAP_PAGE_SIZE", String.valueOf(PEOPLE));

            assertThat(launch(environment, "--real", "--apply")).isEqualTo(1);
        }
        assertThat(complained()).hasSize(1).first().asString().contains("cannot be read (");
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void somebody_without_a_name_ends_it_before_anything_is_written() throws Exception {
        directory.put(SamplePeople.person(5).with("givenName", null));

        assertThat(launch(environment(), "--real", "--apply")).isEqualTo(1);

        assertThat(complained())
                .containsExactly("The sync has failed: Somebody in the directory has no givenName, which Okta requires:"
                        + " the filter (!(givenName=*)) finds who it is");
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void an_org_that_refuses_the_token_ends_it_with_a_sentence() {
        Map<String, String> environment = environment();
        environment.put("OKTA_CLIENT_TOKEN", "00wrong");

        assertThat(launch(environment, "--real")).isEqualTo(1);

        assertThat(complained())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The sync has failed: list failed: Okta answered 401")
                .doesNotContain("00wrong");
    }

    @Test
    void an_option_that_is_not_understood_ends_it_with_the_sentence_that_says_so() {
        Map<String, String> environment = environment();
        environment.put("SYNC_ON_MISSING", "erase");

        assertThat(launch(environment, "--real")).isEqualTo(1);

        assertThat(complained())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The sync does not start: ")
                .contains("erase");
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void a_user_whom_Okta_refuses_is_told_of_and_the_others_are_done() {
        okta.wireMock()
                .stubFor(WireMock.post(WireMock.urlPathMatching(".*/lifecycle/deactivate"))
                        .willReturn(WireMock.status(400).withBody("{\"errorCode\":\"E0000001\"}")));

        assertThat(launch(environment(), "--real", "--apply")).as(err::toString).isZero();

        assertThat(printed())
                .contains("   70 %  17 of 24 calls")
                .noneMatch(line -> line.matches(" +(8|9|10)\\d %.*"))
                .anyMatch(line -> line.matches("run +8 +2 +1 +0 +0 +29 +6 +19 .*"))
                .filteredOn(line -> line.startsWith("refused: ")
                        && line.endsWith("Okta refused the call (deactivate: 400 E0000001)"))
                .hasSize(5);
    }
}
