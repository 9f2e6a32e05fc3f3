/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation, called once where it is legal. */
@ExtendWith(OktaSimulatorExtension.class)
class OperationsTest {
    /** Method, path, body, status, what the body is: an array, an object with these fields, or nothing. */
    private record Operation(String method, String path, String body, int status, String shape) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String PROFILE =
            "{'profile':{'login':'%s','email':'%s','firstName':'A','lastName':'B'}}".replace("%s", "new@example.com");

    private static Operation member(String method) {
        return new Operation(method, "/api/v1/groups/{group}/users/{ann}", null, 204, "nothing");
    }

    private static Operation op(String method, String path, String body, int status, String shape) {
        return new Operation(method, "/api/v1/users" + path, body, status, shape);
    }

    static Stream<Operation> operations() {
        String roles = "/{ann}/roles";
        String apps = roles + "/{appAdmin}/targets/catalog/apps";
        String groups = roles + "/{helpDesk}/targets/groups";
        String tokens = "/{ann}/clients/0oaPortal/tokens";
        return Stream.of(
                op("GET", "", null, 200, "array"),
                op("POST", "", PROFILE, 200, "id status profile _links"),
                op(
                        "GET",
                        "/{ann}",
                        null,
                        200,
                        "id status created activated statusChanged lastLogin lastUpdated"
                                + " passwordChanged type profile credentials _links"),
                op("PUT", "/{ann}", PROFILE, 200, "id status profile"),
                op("POST", "/{ann}", "{'profile':{'city':'Oslo'}}", 200, "id status profile"),
                op("DELETE", "/{ann}", null, 204, "nothing"),
                op("POST", "/{staged}/lifecycle/activate?sendEmail=false", null, 200, "activationUrl activationToken"),
                op("POST", "/{provisioned}/lifecycle/reactivate", null, 200, "activationUrl activationToken"),
                op("POST", "/{ann}/lifecycle/deactivate", null, 200, ""),
                op("POST", "/{ann}/lifecycle/suspend", null, 200, ""),
                op("POST", "/{suspended}/lifecycle/unsuspend", null, 200, ""),
                op("POST", "/{locked}/lifecycle/unlock", null, 200, ""),
                op("POST", "/{ann}/lifecycle/expire_password", null, 200, "id status profile"),
                op("POST", "/{ann}/lifecycle/expire_password_with_temp_password", null, 200, "tempPassword"),
                op("POST", "/{ann}/lifecycle/reset_password?sendEmail=false", null, 200, "resetPasswordUrl"),
                op("POST", "/{ann}/lifecycle/reset_factors", null, 200, ""),
                op(
                        "POST",
                        "/{ann}/credentials/change_password",
                        "{'oldPassword':{'value':'Old-pass-1'},'newPassword':{'value':'New-pass-1'}}",
                        200,
                        "password recovery_question provider"),
                op(
                        "POST",
                        "/{ann}/credentials/change_recovery_question",
                        "{'password':{'value':'Old-pass-1'},'recovery_question':{'question':'Why?','answer':'Because'}}",
                        200,
                        "password recovery_question provider"),
                op("POST", "/{ann}/credentials/forgot_password?sendEmail=false", null, 200, "resetPasswordUrl"),
                op(
                        "POST",
                        "/{ann}/credentials/forgot_password_recovery_question",
                        "{'password':{'value':'New-pass-1'},'recovery_question':{'answer':'Rex the dog'}}",
                        200,
                        "password recovery_question provider"),
                op("DELETE", "/{ann}/sessions?oauthTokens=true", null, 204, "nothing"),
                op("GET", roles, null, 200, "array"),
                op("POST", roles, "{'type':'SUPER_ADMIN'}", 201, "id label type status created assignmentType"),
                op("GET", roles + "/{appAdmin}", null, 200, "id label type status"),
                op("DELETE", roles + "/{appAdmin}", null, 204, "nothing"),
                op("GET", apps, null, 200, "array"),
                op("PUT", apps, null, 200, ""),
                op("PUT", apps + "/slack", null, 204, "nothing"),
                op("PUT", apps + "/salesforce/{app}", null, 204, "nothing"),
                op("DELETE", apps + "/github", null, 204, "nothing"),
                op("DELETE", apps + "/salesforce/{app}", null, 204, "nothing"),
                op("GET", groups, null, 200, "array"),
                op("PUT", groups + "/{group}", null, 204, "nothing"),
                op("DELETE", groups + "/{group}", null, 204, "nothing"),
                op("GET", "/{ann}/grants", null, 200, "array"),
                op("GET", "/{ann}/grants/{grant}", null, 200, "id status scopeId clientId userId issuer created"),
                op("DELETE", "/{ann}/grants/{grant}", null, 204, "nothing"),
                op("DELETE", "/{ann}/grants", null, 204, "nothing"),
                op("GET", "/{ann}/clients", null, 200, "array"),
                op("GET", "/{ann}/clients/0oaPortal/grants", null, 200, "array"),
                op("DELETE", "/{ann}/clients/0oaPortal/grants", null, 204, "nothing"),
                op("GET", tokens, null, 200, "array"),
                op("GET", tokens + "/{token}", null, 200, "id status clientId userId expiresAt scopes issuer"),
                op("DELETE", tokens + "/{token}", null, 204, "nothing"),
                op("DELETE", tokens, null, 204, "nothing"),
                op("GET", "/{ann}/linkedObjects/manager", null, 200, "array"),
                op("PUT", "/{ann}/linkedObjects/manager/{staged}", null, 204, "nothing"),
                op("DELETE", "/{ann}/linkedObjects/manager", null, 204, "nothing"),
                op("GET", "/{ann}/appLinks", null, 200, "array"),
                op("GET", "/{ann}/groups", null, 200, "array"),
                op("GET", "/{ann}/idps", null, 200, "array"),
                member("PUT"),
                member("DELETE"));
    }

    private OktaSimulator okta;
    private SimulatedUser ann;
    private Named group;
    private Named app;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        okta.addUser("staged@example.com", UserStatus.STAGED);
        okta.addUser("provisioned@example.com", UserStatus.PROVISIONED);
        okta.addUser("suspended@example.com", UserStatus.SUSPENDED);
        okta.addUser("locked@example.com", UserStatus.LOCKED_OUT);
        ann = okta.user("ann@example.com")
                .password("Old-pass-1")
                .recovery("First pet?", "Rex the dog")
                .roles("APP_ADMIN", "HELP_DESK_ADMIN")
                .groups("Staff")
                .apps("salesforce")
                .identityProviders("Corporate")
                .factors("push")
                .grant("0oaPortal", "openid")
                .refreshToken("0oaPortal")
                .linked("manager", "locked@example.com")
                .session()
                .add();
        group = okta.org().groups().named("Staff");
        app = okta.org().apps().named("salesforce");
        ann.roles().get(0).appTargets().add("github");
        ann.roles().get(0).appTargets().add("salesforce/" + app.id());
        ann.roles().get(1).groupTargets().add(group.id());
        ann.roles()
                .get(1)
                .groupTargets()
                .add(okta.org().groups().named("Others").id());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredWithItsStatusAndShape(Operation operation) {
        Answer answer = new OktaClient(okta).send(operation.method(), filled(operation.path()), operation.body());

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(operation.status());
        assertThat(answer.header("X-Okta-Request-Id")).isNotBlank();
        assertThat(answer.header("X-Rate-Limit-Limit")).isNotBlank();
        switch (operation.shape()) {
            case "nothing" -> assertThat(answer.response().body()).isEmpty();
            case "" -> assertThat(answer.response().body()).isEqualTo("{}");
            case "array" -> {
                assertThat(answer.json().isArray()).isTrue();
                assertThat(answer.json()).isNotEmpty();
            }
            default ->
                Arrays.stream(operation.shape().split(" "))
                        .forEach(field ->
                                assertThat(has(answer.json(), field)).as(field).isTrue());
        }
    }

    @Test
    void theTableHoldsThemAndNothingElse() {
        assertThat(UsersApi.routes(okta.org())).hasSize((int) operations().count());
        assertThat(UsersApi.routes(okta.org()).stream()
                        .map(route -> route.method() + " " + variableFree(route.path()))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void sharesOneBucketExceptForReadingAndWritingOneUser() {
        assertThat(UsersApi.routes(okta.org()).stream().map(Route::bucket).filter("/api/v1/users"::equals))
                .hasSize((int) operations().count() - 4 - 2);
    }

    private static boolean has(JsonNode json, String field) {
        return json.has(field);
    }

    private static String variableFree(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private String filled(String path) {
        return path.replace("{ann}", ann.id())
                .replace("{staged}", id("staged@example.com"))
                .replace("{provisioned}", id("provisioned@example.com"))
                .replace("{suspended}", id("suspended@example.com"))
                .replace("{locked}", id("locked@example.com"))
                .replace("{appAdmin}", ann.roles().get(0).id())
                .replace("{helpDesk}", ann.roles().get(1).id())
                .replace("{group}", group.id())
                .replace("{app}", app.id())
                .replace("{grant}", ann.grants().get(0).id())
                .replace("{token}", ann.refreshTokens().get(0).id());
    }

    private String id(String login) {
        return okta.findUser(login).orElseThrow().id();
    }
}
