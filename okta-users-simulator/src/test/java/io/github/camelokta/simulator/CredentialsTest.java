/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OktaSimulatorExtension.class)
class CredentialsTest {
    private static final String CHANGE = "{'oldPassword':{'value':'%s'},'newPassword':{'value':'%s'}%s}";
    private static final String ANSWER = "{'password':{'value':'%s'},'recovery_question':{'answer':'%s'}}";

    private OktaClient client;
    private SimulatedUser ann;
    private String path;

    @BeforeEach
    void fill(OktaSimulator okta) {
        client = new OktaClient(okta);
        ann = okta.user("ann@example.com")
                .password("Old-pass-1")
                .recovery("First pet?", "Rex the dog")
                .session()
                .session()
                .refreshToken("0oaPortal")
                .add();
        path = "/api/v1/users/" + ann.id();
    }

    private Answer change(String from, String to, String more) {
        return client.post(path + "/credentials/change_password", CHANGE.formatted(from, to, more));
    }

    private Answer answer(String password, String answer) {
        return client.post(path + "/credentials/forgot_password_recovery_question", ANSWER.formatted(password, answer));
    }

    @Test
    void thePasswordChangesOnlyWithTheOldOne() {
        assertThat(change("Wrong-pass-1", "New-pass-1", "").error()).isEqualTo("403 E0000014");
        assertThat(ann.password()).isEqualTo("Old-pass-1");
        assertThat(change("Old-pass-1", "weak", "").error()).isEqualTo("403 E0000080");
        assertThat(change("Old-pass-1", "Old-pass-1", "").error()).isEqualTo("403 E0000014");

        Answer changed = change("Old-pass-1", "New-pass-1", "");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.response().body()).doesNotContain("New-pass-1").contains("\"password\":{}");
        assertThat(ann.password()).isEqualTo("New-pass-1");
        assertThat(change("Old-pass-1", "New-pass-2", "").error()).isEqualTo("403 E0000014");
    }

    @Test
    void changingThePasswordEndsRecoveryAndSessionsWhereAsked() {
        ann.change(UserStatus.RECOVERY);

        change("Old-pass-1", "New-pass-1", ",'revokeSessions':true");

        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.sessions()).isEmpty();
    }

    @Test
    void theRecoveryQuestionChangesOnlyWithThePassword() {
        String body = "{'password':{'value':'%s'},'recovery_question':{'question':'Why?','answer':'%s'}}";
        String url = path + "/credentials/change_recovery_question";

        assertThat(client.post(url, body.formatted("Wrong-pass-1", "Because")).error())
                .isEqualTo("403 E0000014");
        assertThat(client.post(url, body.formatted("Old-pass-1", "no")).error()).isEqualTo("400 E0000001");
        Answer changed = client.post(url, body.formatted("Old-pass-1", "Because"));
        assertThat(changed.response().body()).contains("Why?").doesNotContain("Because");
        assertThat(answer("New-pass-1", "Because").status()).isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsReplacedByWhoKnowsTheAnswer() {
        assertThat(answer("New-pass-1", "Fluffy").error()).isEqualTo("403 E0000087");
        assertThat(answer("weak", "Rex the dog").error()).isEqualTo("403 E0000080");
        assertThat(answer("New-pass-1", "rex the DOG").status()).isEqualTo(200);
        assertThat(ann.password()).isEqualTo("New-pass-1");
    }

    @Test
    void temporaryPasswordsAreFreshAndWork() {
        String url = path + "/lifecycle/expire_password_with_temp_password";
        String first = client.post(url).json().get("tempPassword").asText();
        assertThat(ann.sessions()).hasSize(2);
        String second = client.post(url + "?revokeSessions=true")
                .json()
                .get("tempPassword")
                .asText();

        assertThat(second).isNotEqualTo(first);
        assertThat(ann.status()).isEqualTo(UserStatus.PASSWORD_EXPIRED);
        assertThat(ann.sessions()).isEmpty();
        assertThat(change(first, "New-pass-1", "").error()).isEqualTo("403 E0000014");
        assertThat(change(second, "New-pass-1", "").status()).isEqualTo(200);
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void resetPasswordWantsToKnowAboutTheMail() {
        assertThat(client.post(path + "/lifecycle/reset_password").error()).isEqualTo("400 E0000028");
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(client.post(path + "/lifecycle/reset_password?sendEmail=true&revokeSessions=true")
                        .response()
                        .body())
                .isEqualTo("{}");
        assertThat(ann.status()).isEqualTo(UserStatus.RECOVERY);
        assertThat(ann.sessions()).isEmpty();
    }

    @Test
    void tokensComeInTheBodyOnlyWhenNoMailGoesOut() {
        assertThat(client.post(path + "/credentials/forgot_password").response().body())
                .isEqualTo("{}");
        String url = path + "/credentials/forgot_password?sendEmail=false";
        assertThat(client.post(url).json().get("resetPasswordUrl").asText())
                .isNotEqualTo(client.post(url).json().get("resetPasswordUrl").asText());
        ann.change(UserStatus.STAGED);
        assertThat(client.post(path + "/lifecycle/activate").response().body()).isEqualTo("{}");
        ann.change(UserStatus.PROVISIONED);
        Answer again = client.post(path + "/lifecycle/reactivate");
        assertThat(again.json().get("activationUrl").asText())
                .endsWith("/tokens/" + again.json().get("activationToken").asText() + "/verify");
        assertThat(client.post(path + "/lifecycle/reactivate?sendEmail=true")
                        .response()
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void clearingSessionsSparesTokensUnlessAsked() {
        client.delete(path + "/sessions");
        assertThat(ann.sessions()).isEmpty();
        assertThat(ann.refreshTokens()).hasSize(1);
        client.delete(path + "/sessions?oauthTokens=true");
        assertThat(ann.refreshTokens()).isEmpty();
    }

    @Test
    void deactivationEndsSessions() {
        client.post(path + "/lifecycle/deactivate");

        assertThat(ann.sessions()).isEmpty();
        assertThat(client.post(path + "/lifecycle/deactivate").error()).isEqualTo("404 E0000007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /credentials/forgot_password",
                "DELETE /sessions",
                "GET /roles",
                "GET /grants",
                "GET /clients",
                "GET /clients/0oaPortal/tokens"
            })
    void someOperationsTakeTheIdOnly(String operation) {
        String[] parts = operation.split(" ");

        assertThat(client.send(parts[0], path + parts[1], null).status()).isLessThan(300);
        assertThat(client.send(parts[0], "/api/v1/users/ann@example.com" + parts[1], null)
                        .error())
                .isEqualTo("404 E0000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /lifecycle/suspend", "GET /groups", "GET /appLinks", "GET /linkedObjects/manager"})
    void othersTakeTheLoginToo(String operation) {
        String[] parts = operation.split(" ");

        assertThat(client.send(parts[0], "/api/v1/users/ann@example.com" + parts[1], null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void meIsNobody(OktaSimulator okta) {
        okta.addUser("me@example.com", UserStatus.ACTIVE);

        assertThat(client.get("/api/v1/users/me").error()).isEqualTo("404 E0000007");
    }

    @Test
    void aLoginWithASlashIsFoundByIdOnly(OktaSimulator okta) {
        SimulatedUser odd = okta.addUser("a/b@example.com", UserStatus.ACTIVE);

        assertThat(client.get("/api/v1/users/a%2Fb@example.com").error()).isEqualTo("404 E0000007");
        assertThat(client.get("/api/v1/users/" + odd.id()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b@example.com", "a%b@example.com", "a#b@example.com", "zo\u00eb@example.com", "a b@x.y"})
    void oddLoginsAreFoundWhenEncoded(String login, OktaSimulator okta) {
        SimulatedUser odd = okta.addUser(login, UserStatus.ACTIVE);
        String segment = OktaClient.encode(login).replace("+", "%20");

        assertThat(client.get("/api/v1/users/" + segment).json().path("id").asText())
                .isEqualTo(odd.id());
    }
}
