/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationNameTest {

    @ParameterizedTest
    @EnumSource
    void a_name_of_the_table_is_its_row(OktaUsersOperation operation) {
        assertThat(OperationName.resolve(operation.name())).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "getUser, get",
        "get_user, get",
        "l_i_s_t, list",
        "listUsers, list",
        "list_users, list",
        "createUser, create",
        "create_user, create",
        "suspendUser, suspend",
        "unsuspend_user, unsuspend",
        "Suspend, suspend",
        "susspend, suspend",
        "unlock_user, unlock",
        "update_user, update",
        "partial_update_user, partialUpdate",
        "deactivate_or_delete_user, deactivateOrDelete",
        "listUserGroups, listGroups",
        "list_user_groups, listGroups",
        "listUserGrants, listGrants",
        "revoke_user_grants, revokeGrants",
        "get_user_grant, getGrant",
        "clear_user_sessions, clearSessions",
        "expire_password, expirePassword",
        "change_recovery_question, changeRecoveryQuestion",
        "list_user_identity_providers, listIdentityProviders",
        "list_app_links, listAppLinks",
        "ensureUser, ensure",
    })
    void another_name_gets_the_nearest_offered(String name, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperationName.resolve(name))
                .withMessage("okta-users knows no operation %s: did you mean %s?", name, nearest);
    }

    @Test
    void a_composite_is_resolved_but_is_no_row() {
        assertThat(OperationName.resolve("ensure")).isEqualTo(CompositeOperation.ensure);
        assertThat(OperationName.resolveRow("get")).isEqualTo(OktaUsersOperation.get);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperationName.resolveRow("ensure"))
                .withMessage(
                        "ensure stands for several calls and cannot be named by a header: write okta-users:ensure");
    }

    @Test
    void even_the_empty_name_gets_an_answer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperationName.resolve(""))
                .withMessageContaining("okta-users needs an operation");
    }

    @ParameterizedTest
    @CsvSource({"delete,deactivateOrDelete", "deleteUser,deactivateOrDelete", "resetMfa,resetFactors", "upsert,ensure"})
    void what_others_call_it_is_understood(String name, String meant) {
        assertThat(OperationName.nearest(name).name()).isEqualTo(meant);
    }

    @Test
    void without_a_name_one_sentence_asks_for_it() {
        for (String name : new String[] {null, "", " "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OperationName.resolve(name))
                    .withMessage("okta-users needs an operation: write okta-users:get, for example");
        }
    }
}
