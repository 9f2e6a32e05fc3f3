/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each probe takes for "done already", and what it does not. */
class ProbesTest {
    private final Map<OperationParam, String> path = new EnumMap<>(OperationParam.class);
    private String body = "{}";

    @ParameterizedTest
    @CsvSource({
        "suspend, SUSPENDED, true", "suspend, ACTIVE, false",
        "deactivate, DEPROVISIONED, true", "deactivate, SUSPENDED, false",
        "unsuspend, ACTIVE, true", "unsuspend, SUSPENDED, false",
    })
    void a_status_stands_where_the_user_has_it_or_is_on_the_way(String operation, String status, boolean stands) {
        assertThat(stands(operation, "{'status':'" + status + "'}")).isEqualTo(stands);
        assertThat(stands(operation, "{'status':'STAGED','transitioningToStatus':'" + status + "'}"))
                .isEqualTo(stands);
        assertThat(stands(operation, "{'status':'" + status + "','transitioningToStatus':null}"))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"revokeGrants", "revokeClientGrants", "revokeRefreshTokens", "removeLinkedObject"})
    void what_is_taken_as_a_whole_stands_where_the_list_is_empty(String operation) {
        assertThat(stands(operation, "[]")).isTrue();
        assertThat(stands(operation, "[{'id':'x'}]")).isFalse();
        assertThat(probe(operation).provesAbsence()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "revokeGrant, grantId",
        "revokeRefreshToken, tokenId",
        "removeRole, roleId",
        "removeGroupTarget, groupId",
        "removeAppInstanceTarget, applicationId",
    })
    void what_is_taken_by_its_id_stands_where_the_list_lacks_it(String operation, OperationParam id) {
        path.put(id, "mine");
        assertThat(stands(operation, "[]")).isTrue();
        assertThat(stands(operation, "[{'id':'other'}]")).isTrue();
        assertThat(stands(operation, "[{'id':'other'},{'id':'mine'}]")).isFalse();
        assertThat(probe(operation).provesAbsence()).isTrue();
        assertThat(probe(operation).errorCodes()).contains("E0000007");
    }

    @ParameterizedTest
    @CsvSource({"addGroupTarget, groupId", "addAppInstanceTarget, applicationId"})
    void what_is_added_stands_where_the_list_has_it(String operation, OperationParam id) {
        path.put(id, "mine");
        assertThat(stands(operation, "[{'id':'other'},{'id':'mine'}]")).isTrue();
        assertThat(stands(operation, "[{'id':'other'}]")).isFalse();
        assertThat(probe(operation).provesAbsence()).isFalse();
    }

    @Test
    void an_application_as_a_whole_is_none_of_its_instances() {
        path.put(OperationParam.appName, "slack");
        assertThat(stands("addAppTarget", "[{'name':'slack'}]")).isTrue();
        assertThat(stands("addAppTarget", "[{'name':'slack','id':'0oa1'},{'name':'box'}]"))
                .isFalse();
        assertThat(stands("removeAppTarget", "[{'name':'slack','id':'0oa1'}]")).isTrue();
    }

    @Test
    void a_link_stands_where_it_leads_to_the_primary_user() {
        path.put(OperationParam.primaryUserId, "00uBoss");
        assertThat(stands("setLinkedObject", "[{'_links':{'self':{'href':'https://o/api/v1/users/00uBoss'}}}]"))
                .isTrue();
        assertThat(stands("setLinkedObject", "[{'_links':{'self':{'href':'https://o/api/v1/users/00uElse'}}}]"))
                .isFalse();
        assertThat(probe("setLinkedObject").source(OperationParam.userId)).isEqualTo(OperationParam.associatedUserId);
        assertThat(probe("setLinkedObject").source(OperationParam.after)).isEqualTo(OperationParam.after);
    }

    @Test
    void a_role_is_the_users_own_of_the_same_type_and_its_row_is_the_lost_answer() {
        body = "{'type':'USER_ADMIN'}";
        String own = "{'id':'r2','type':'USER_ADMIN','assignmentType':'USER'}";
        String groups = "{'id':'r1','type':'USER_ADMIN','assignmentType':'GROUP'}";
        assertThat(stands("assignRole", "[" + groups + "," + own + "]")).isTrue();
        assertThat(stands("assignRole", "[" + groups + "]")).isFalse();
        assertThat(probe("assignRole").lostAnswer(call(), json("[" + groups + "," + own + "]")))
                .isEqualTo(json(own));
        assertThat(probe("suspend").lostAnswer(call(), json("{}"))).isNull();

        body = "{'type':'CUSTOM','role':'cr1','resource-set':'rs1'}";
        assertThat(stands("assignRole", "[{'type':'CUSTOM','role':'cr1','resource-set':'rs1'}]"))
                .isTrue();
        assertThat(stands("assignRole", "[{'type':'CUSTOM','role':'cr1','resource-set':'rs2'}]"))
                .isFalse();
    }

    private boolean stands(String operation, String answer) {
        return probe(operation).stands(call(), json(answer));
    }

    private static Probe probe(String operation) {
        return OktaUsersOperation.valueOf(operation).probe().orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ProbedCall call() {
        return new ProbedCall() {
            @Override
            public String pathValue(OperationParam param) {
                return path.get(param);
            }

            @Override
            public String queryValue(OperationParam param) {
                return null;
            }

            @Override
            public JsonNode bodyAsJson() {
                return json(body);
            }
        };
    }
}
