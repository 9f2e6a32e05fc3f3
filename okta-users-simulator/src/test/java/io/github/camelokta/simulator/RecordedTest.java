/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What real orgs answered in recordings that are public: of Okta's Terraform provider (2022 to 2026), Okta's Python SDK (2020 to
 * 2025) and Shopify's oktakit for Ruby (2016 to 2019). Each test names its source; where years disagree the newest counts.
 */
class RecordedTest {
    private static final VirtualClock CLOCK = VirtualClock.startingAt("2026-11-23T10:00:00Z");

    @RegisterExtension
    static final OktaSimulatorExtension ORG =
            new OktaSimulatorExtension(OktaSimulator.builder().clock(CLOCK));

    private static final String USERS = "/api/v1/users";
    private static final String NEW_USER =
            "{'profile':{'login':'%1$s','email':'%1$s','firstName':'New','lastName':'User'}%2$s}";

    private OktaSimulator okta;
    private OktaClient client;
    private SimulatedUser ann;
    private String path;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
        ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        path = USERS + "/" + ann.id();
    }

    private JsonNode create(String login, String more) {
        return client.post(USERS, NEW_USER.formatted(login, more)).json();
    }

    private static List<String> texts(Answer list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.json().forEach(element -> texts.add(element.at(pointer).asText()));
        return texts;
    }

    /** oktakit 2016 to Python SDK 2025: 7 of 7. */
    @Test
    void a_forgotten_password_needs_no_recovery_question() {
        Answer answer = client.post(path + "/credentials/forgot_password?sendEmail=false");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("resetPasswordUrl").asText()).startsWith(okta.orgUrl());
    }

    /** Terraform provider 2022 to 2026, Python SDK 2025: none in 217 answers to create, PUT and POST. */
    @Test
    void a_write_is_answered_without_an_ETag() {
        Answer created = client.post(USERS, NEW_USER.formatted("new@example.com", ""));
        Answer merged = client.post(path, "{'profile':{'city':'Oslo'}}");
        Answer replaced = client.put(path, NEW_USER.formatted("ann@example.com", ""));

        assertThat(List.of(created, merged, replaced))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200))
                .allSatisfy(answer -> assertThat(answer.header("ETag")).isNull());
        assertThat(client.get(path).header("ETag")).startsWith("W/\"");
    }

    /** Terraform provider 2022 to 2026: the tag of 578 reads follows the profile and the type. */
    @Test
    void the_ETag_follows_the_profile_so_that_the_old_profile_has_the_old_tag() {
        client.post(path, "{'profile':{'city':'Oslo'}}");
        String oslo = client.get(path).header("ETag");
        client.post(path, "{'profile':{'city':'Rome'}}");
        String rome = client.get(path).header("ETag");
        client.post(path, "{'profile':{'city':'Oslo'}}");

        assertThat(rome).isNotEqualTo(oslo);
        assertThat(client.get(path).header("ETag")).isEqualTo(oslo);
        client.delete(path);
        client.delete(path);
        JsonNode again = create("ann@example.com", "");
        String other = USERS + "/" + again.path("id").asText();
        client.put(
                other,
                "{'profile':{'login':'ann@example.com','email':'ann@example.com','firstName':'Ann','lastName':'User','city':'Oslo'}}");
        assertThat(client.get(other).header("ETag")).isEqualTo(oslo);
    }

    /** Terraform provider and Python SDK since 2025: all 136 lists of groups. */
    @Test
    void everybody_is_in_Everyone_which_is_BUILT_IN() {
        JsonNode groups = client.get(path + "/groups").json();

        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/profile/name").asText()).isEqualTo("Everyone");
        assertThat(groups.at("/0/type").asText()).isEqualTo("BUILT_IN");
        assertThat(groups.at("/0/profile/description").asText()).isEqualTo("All users in your organization");
    }

    /** Terraform provider 2023: STAGED with transitioningToStatus PROVISIONED in a search right after the create. */
    @Test
    void a_search_right_after_the_create_can_show_the_user_under_transition() {
        try (OktaSimulator slow = OktaSimulator.builder()
                .clock(CLOCK)
                .transition(Duration.ofSeconds(1))
                .start()) {
            OktaClient there = new OktaClient(slow);
            there.post(USERS, NEW_USER.formatted("new@example.com", ""));
            String search = USERS + "?search=" + OktaClient.encode("status pr");

            JsonNode under = there.get(search).json().get(0);
            assertThat(under.path("status").asText()).isEqualTo("STAGED");
            assertThat(under.path("transitioningToStatus").asText()).isEqualTo("PROVISIONED");
            CLOCK.advance(Duration.ofSeconds(2));
            JsonNode after = there.get(search).json().get(0);
            assertThat(after.path("status").asText()).isEqualTo("PROVISIONED");
            assertThat(after.has("transitioningToStatus")).isFalse();
        }
    }

    /** Terraform provider 2022 to 2025: 14 answers. */
    @Test
    void a_hashed_password_makes_the_provider_IMPORT() {
        JsonNode user = create(
                "new@example.com",
                ",'credentials':{'password':{'hash':{'algorithm':'SHA-512','salt':'U2FsdA==','saltOrder':'PREFIX','value':'aGFzaA=='}}}");

        assertThat(user.at("/credentials/provider/type").asText()).isEqualTo("IMPORT");
        assertThat(user.at("/credentials/provider/name").asText()).isEqualTo("IMPORT");
        assertThat(user.path("status").asText()).isEqualTo("ACTIVE");
    }

    /** Terraform provider 2022 to 2026: 80 of 80. */
    @Test
    void a_role_without_targets_has_an_assignment_id_of_its_own_and_stands_behind_APP_ADMIN() {
        client.post(path + "/roles", "{'type':'SUPER_ADMIN'}");
        client.post(path + "/roles", "{'type':'APP_ADMIN'}");
        client.post(path + "/roles", "{'type':'ORG_ADMIN'}");

        Answer roles = client.get(path + "/roles");
        assertThat(texts(roles, "/type")).containsExactly("APP_ADMIN", "SUPER_ADMIN", "ORG_ADMIN");
        assertThat(texts(roles, "/id").get(0)).isEqualTo("IFIFAX2BIRGUSTQ");
        assertThat(texts(roles, "/id").get(1)).hasSize(20).startsWith("ra1");
        assertThat(texts(roles, "/id").get(2)).hasSize(20).startsWith("ra1");
    }

    /** Python SDK, Terraform provider since September 2025: 20 answers. */
    @Test
    void STAGED_with_a_password_has_statusChanged() {
        JsonNode without = client.post(USERS + "?activate=false", NEW_USER.formatted("a@example.com", ""))
                .json();
        JsonNode with = client.post(
                        USERS + "?activate=false",
                        NEW_USER.formatted("b@example.com", ",'credentials':{'password':{'value':'Str0ng-pass'}}"))
                .json();

        assertThat(without.path("statusChanged").isNull()).isTrue();
        assertThat(with.path("status").asText()).isEqualTo("STAGED");
        assertThat(with.path("statusChanged")).isEqualTo(with.path("created"));
    }

    /** Python SDK 2025 (PASSWORD_EXPIRED), Terraform provider 2023 (PROVISIONED). */
    @Test
    void PASSWORD_EXPIRED_and_PROVISIONED_have_links_for_what_they_may() {
        ann.change(UserStatus.PASSWORD_EXPIRED);
        SimulatedUser ned = okta.addUser("ned@example.com", UserStatus.PROVISIONED);

        JsonNode links = client.get(path).json().path("_links");
        assertThat(links.fieldNames())
                .toIterable()
                .contains("suspend", "forgotPassword", "changeRecoveryQuestion", "changePassword", "resetPassword");
        assertThat(client.get(USERS + "/" + ned.id())
                        .json()
                        .at("/_links/suspend/method")
                        .asText())
                .isEqualTo("POST");
    }

    /** Terraform provider 2023, TestAccResourceOktaUser_updateDeprovisioned and TestAccAdminRoleTargets. */
    @Test
    void users_link_to_their_schema_and_type_and_groups_to_users_apps_and_logo() {
        JsonNode user = client.get(path).json();
        String type = user.at("/type/id").asText();
        JsonNode group = client.get(path + "/groups").json().get(0);

        assertThat(type).startsWith("oty");
        assertThat(user.at("/_links/type/href").asText()).isEqualTo(okta.orgUrl() + "/api/v1/meta/types/user/" + type);
        assertThat(user.at("/_links/schema/href").asText())
                .isEqualTo(okta.orgUrl() + "/api/v1/meta/schemas/user/" + type.replaceFirst("oty", "osc"));
        assertThat(group.path("_links").fieldNames()).toIterable().containsExactly("logo", "users", "apps");
        assertThat(group.at("/_links/logo")).hasSize(2);
        assertThat(group.at("/_links/users/href").asText())
                .isEqualTo(okta.orgUrl() + "/api/v1/groups/" + group.path("id").asText() + "/users");
    }

    /** Terraform provider 2022 to 2026: 136 of 137 lists of groups, the lists of grants and targets, linked objects. */
    @Test
    void self_links_carry_the_default_limit_and_an_invalid_sortOrder() {
        assertThat(client.get(USERS).link("self")).endsWith("/api/v1/users?limit=200");
        assertThat(client.get(path + "/groups").link("self")).endsWith("/groups?limit=200");
        assertThat(client.get(path + "/grants").link("self")).endsWith("/grants?limit=20");
        assertThat(client.get(path + "/linkedObjects/manager").link("self")).endsWith("/manager?limit=1000");
        assertThat(client.get(USERS + "?search=" + OktaClient.encode("status pr") + "&sortOrder=0")
                        .link("self"))
                .contains("sortOrder=0");
    }

    /** Terraform provider 2022, TestAccAdminRoleTargets. */
    @Test
    void an_instance_is_shown_as_an_app_and_a_role_moves_with_its_targets() {
        String app = okta.org().apps().add("salesforce", "Salesforce of Oslo").id();
        String role = path + "/roles/"
                + client.post(path + "/roles", "{'type':'APP_ADMIN'}")
                        .json()
                        .path("id")
                        .asText();
        CLOCK.advance(Duration.ofSeconds(7));
        client.put(role + "/targets/catalog/apps/salesforce/" + app, "");

        JsonNode target = client.get(role + "/targets/catalog/apps").json().get(0);
        assertThat(target.path("name").asText()).isEqualTo("Salesforce of Oslo");
        assertThat(target.path("id").asText()).isEqualTo(app);
        assertThat(target.at("/_links/self/href").asText()).isEqualTo(okta.orgUrl() + "/api/v1/apps/" + app);
        JsonNode moved = client.get(role).json();
        String now = CLOCK.instant().toString().replace("Z", ".000Z");
        assertThat(moved.path("created").asText()).isEqualTo(now);
        assertThat(moved.path("lastUpdated").asText()).isEqualTo(now);
        assertThat(client.get(path + "/roles/none").json().path("errorSummary").asText())
                .isEqualTo("Not found: Resource not found: none (RoleAssignment)");
    }

    /** Python SDK 2025 (activationUrl, caching headers; 28 calls with a double slash). */
    @Test
    void activation_leads_to_a_token_to_verify_and_nothing_is_cached() {
        SimulatedUser sam = okta.addUser("sam@example.com", UserStatus.STAGED);
        JsonNode activation = client.post(USERS + "/" + sam.id() + "/lifecycle/activate?sendEmail=false")
                .json();
        Answer answer = client.get("//api/v1/users/" + ann.id());

        assertThat(activation.path("activationUrl").asText())
                .endsWith("/tokens/" + activation.path("activationToken").asText() + "/verify");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache, no-store");
        assertThat(answer.header("Expires")).isEqualTo("0");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
    }

    /** okta-sdk-java #1286, #1291, #1611 and pull request #1711 (2025): limit and after; 200 in recorded self links. */
    @Test
    void groups_of_a_user_have_pages_of_200() {
        String[] names = new String[401];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Group " + i;
        }
        String groups =
                USERS + "/" + okta.user("many@example.com").groups(names).add().id() + "/groups";

        Answer first = client.get(groups);
        Answer second = client.get(first.link("next"));
        Answer third = client.get(second.link("next"));
        assertThat(List.of(first, second, third))
                .extracting(page -> page.json().size())
                .containsExactly(200, 200, 2);
        assertThat(third.link("next")).isNull();
        assertThat(client.get(groups + "?limit=3").json()).hasSize(3);
    }

    /** Okta's published examples (API description 2026.06.3). */
    @Test
    void a_custom_role_links_to_its_parts_and_a_provider_tells_its_protocol_and_policy() {
        client.post(path + "/roles", "{'type':'CUSTOM','role':'cr0Auditor','resource-set':'iamOne'}");
        SimulatedUser sam =
                okta.user("sam@example.com").identityProviders("Corporate").add();

        JsonNode links = client.get(path + "/roles").json().at("/0/_links");
        JsonNode provider = client.get(USERS + "/" + sam.id() + "/idps").json().get(0);
        assertThat(links.at("/role/href").asText()).endsWith("/api/v1/iam/roles/cr0Auditor");
        assertThat(links.at("/resource-set/href").asText()).endsWith("/api/v1/iam/resource-sets/iamOne");
        assertThat(links.at("/permissions/href").asText()).endsWith("/api/v1/iam/roles/cr0Auditor/permissions");
        assertThat(provider.fieldNames()).toIterable().contains("protocol", "policy", "issuerMode", "properties");
        assertThat(provider.at("/protocol/type").asText()).isEqualTo("SAML2");
    }

    /** Okta's release notes 2026.04.0 (OKTA-1139611): 403, and 501 before. */
    @Test
    void only_an_OKTA_GROUP_takes_members_by_hand() {
        String everyone = client.get(path + "/groups").json().at("/0/id").asText();
        String sales = okta.org().groups().named("Sales").id();

        assertThat(client.put("/api/v1/groups/" + everyone + "/users/" + ann.id(), "")
                        .status())
                .isEqualTo(403);
        assertThat(client.delete("/api/v1/groups/" + everyone + "/users/" + ann.id())
                        .status())
                .isEqualTo(403);
        assertThat(client.put("/api/v1/groups/" + sales + "/users/" + ann.id(), "")
                        .status())
                .isEqualTo(204);
        assertThat(texts(client.get(path + "/groups"), "/profile/name")).containsExactly("Everyone", "Sales");
        assertThat(client.delete("/api/v1/groups/" + sales + "/users/" + ann.id())
                        .status())
                .isEqualTo(204);
        assertThat(texts(client.get(path + "/groups"), "/profile/name")).containsExactly("Everyone");
    }
}
