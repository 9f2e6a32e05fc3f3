/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OktaSimulatorExtension.class)
class UserCreateTest {
    private static final String NEW_USER =
            "{'profile':{'login':'new@example.com','email':'new@example.com','firstName':'N','lastName':'U'}%s}";

    private OktaSimulator okta;
    private OktaClient client;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                            | ``                                         | PROVISIONED
            ?activate=false               | ``                                         | STAGED
            ``                            | ,'credentials':{'password':{'value':'Abcdefg1'}} | ACTIVE
            ?activate=false               | ,'credentials':{'password':{'value':'Abcdefg1'}} | STAGED
            ?nextLogin=changePassword     | ,'credentials':{'password':{'value':'Abcdefg1'}} | PASSWORD_EXPIRED
            ?provider=true                | ,'credentials':{'provider':{'type':'FEDERATION','name':'FEDERATION'}} | ACTIVE
            """)
    void aNewUserStartsInTheStatusThatTheCallAsksFor(String query, String credentials, UserStatus expected) {
        Answer answer = client.post("/api/v1/users" + query, NEW_USER.formatted(credentials));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(okta.findUser("new@example.com").orElseThrow().status()).isEqualTo(expected);
        assertThat(answer.response().body()).doesNotContain("Abcdefg1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?nextLogin=changePassword                | ``                                            | 400 E0000124
            ?nextLogin=changePassword&activate=false | ,'credentials':{'password':{'value':'Abcdefg1'}} | 400 E0000125
            ``                                       | ,'credentials':{'password':{'value':'short'}} | 400 E0000001
            ``                                       | ,'groupIds':['00gNone']                       | 404 E0000007
            """)
    void aNewUserIsRefused(String query, String more, String expected) {
        assertThat(client.post("/api/v1/users" + query, NEW_USER.formatted(more))
                        .error())
                .isEqualTo(expected);
        assertThat(okta.findUser("new@example.com")).isEmpty();
    }

    @Test
    void aNewUserJoinsItsGroups() {
        String group = okta.org().groups().named("Staff").id();
        client.post("/api/v1/users", NEW_USER.formatted(",'groupIds':['" + group + "']"));

        assertThat(okta.findUser("new").orElseThrow().groups())
                .extracting(Named::name)
                .containsExactly("Everyone", "Staff");
    }

    @Test
    void moreThanTwentyGroupsAreTooMany() {
        String group = "'" + okta.org().groups().named("Staff").id() + "'";
        String ids = String.join(",", Collections.nCopies(21, group));
        assertThat(client.post("/api/v1/users", NEW_USER.formatted(",'groupIds':[" + ids + "]"))
                        .error())
                .isEqualTo("400 E0000093");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'profile':{'login':'ANN@example.com','email':'a@b.c','firstName':'A','lastName':'B'}} | login: An object with this field already exists in the current organization
            {'profile':{'login':'new@b.c','email':'a@b.c','firstName':'A','lastName':'B','x':1}}   | Property name 'x' is not defined in profile
            {'profile':{'login':'new@b.c','email':'a@b.c','firstName':'A'}}                        | lastName: The field cannot be left blank
            {'profile':{'login':'new','email':'a@b.c','firstName':'A','lastName':'B'}}             | login: Username must be in the form of an email address
            """)
    void theCauseSaysWhichAttributeIsWrong(String body, String cause) {
        Answer answer = client.post("/api/v1/users", body);

        assertThat(answer.error()).isEqualTo("400 E0000001");
        assertThat(answer.json().get("errorCauses").get(0).get("errorSummary").asText())
                .isEqualTo(cause);
    }

    @Test
    void anErrorHasOktasShape() {
        JsonNode error = client.get("/api/v1/users/nobody").json();

        assertThat(error.fieldNames())
                .toIterable()
                .containsExactly("errorCode", "errorSummary", "errorLink", "errorId", "errorCauses");
        assertThat(error.get("errorSummary").asText()).isEqualTo("Not found: Resource not found: nobody (User)");
        assertThat(error.get("errorLink")).isEqualTo(error.get("errorCode"));
        assertThat(error.get("errorCauses").isArray()).isTrue();
    }
}
