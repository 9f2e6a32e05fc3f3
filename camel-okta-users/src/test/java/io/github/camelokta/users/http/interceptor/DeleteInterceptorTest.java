/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Okta's second DELETE erases for ever, with the same 204: never by accident. */
class DeleteInterceptorTest extends GuardFixture {
    private static final String LOOK = "GET /api/v1/users/" + ID;
    private static final String DELETE = "DELETE /api/v1/users/" + ID;

    @ParameterizedTest
    @ValueSource(strings = {"STAGED", "PROVISIONED", "ACTIVE", "SUSPENDED", "LOCKED_OUT", "RECOVERY", "NEW_STATUS"})
    void deactivate_sends_a_DELETE_for_a_user_in_any_other_status(String status) {
        user(status);
        assertThat(delete(false).status()).isEqualTo(204);
        assertThat(sent).containsExactly(LOOK, DELETE);
    }

    @Test
    void deactivate_sends_nothing_for_a_user_who_is_DEPROVISIONED() {
        user("DEPROVISIONED");
        assertThat(delete(false).isUnchanged()).isTrue();
        assertThat(sent).containsExactly(LOOK);
    }

    /** Okta deactivates some users in the background: a DELETE that comes after its end would erase the user. */
    @Test
    void deactivate_sends_nothing_for_a_user_who_is_becoming_DEPROVISIONED() {
        answer(LOOK, 200, "{\"id\":\"" + ID + "\",\"status\":\"ACTIVE\",\"transitioningToStatus\":\"DEPROVISIONED\"}");
        assertThat(delete(false).isUnchanged()).isTrue();
        assertThat(sent).containsExactly(LOOK);
    }

    @Test
    void delete_erases_a_user_who_is_DEPROVISIONED() {
        user("DEPROVISIONED");
        assertThat(delete(true).status()).isEqualTo(204);
        assertThat(sent).containsExactly(LOOK, DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAGED", "ACTIVE", "SUSPENDED", "deprovisioned"})
    void delete_refuses_any_other_user(String status) {
        user(status);
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> delete(true))
                .withMessage(
                        "deactivateOrDelete refused: the user is %s and deletePolicy=delete erases DEPROVISIONED"
                                + " users alone; no DELETE was sent",
                        status)
                .satisfies(e -> assertThat(e.getOperation()).isEqualTo("deactivateOrDelete"))
                .satisfies(e -> assertThat(e.isRetryable()).isFalse());
        assertThat(sent).containsExactly(LOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "<html></html>",
                "{\"status\":\"ACTIVE\"}",
                "{\"id\":\"00uSomebodyElse00001\",\"status\":\"ACTIVE\"}",
                "{\"id\":\"00ub0oNGTSWTBKOLGLNR\"}",
                "{\"id\":\"00ub0oNGTSWTBKOLGLNR\",\"status\":null}",
                "{\"id\":\"00ub0oNGTSWTBKOLGLNR\",\"status\":{}}",
            })
    void an_answer_that_does_not_tell_who_it_is_sends_nothing(String body) {
        answer(LOOK, 200, body);
        for (boolean deletes : new boolean[] {true, false}) {
            assertThatExceptionOfType(OktaUsersException.class)
                    .isThrownBy(() -> delete(deletes))
                    .withMessageContaining("no DELETE was sent");
        }
        assertThat(sent).doesNotContain(DELETE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 503})
    void a_look_that_is_refused_is_told_as_a_failure_of_this_operation_and_never_retryable(int status) {
        answer(LOOK, status, "");
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> delete(false))
                .withMessage("deactivateOrDelete refused: get failed: Okta answered %d; no DELETE was sent", status)
                .satisfies(e -> {
                    assertThat(e.getOperation()).isEqualTo("deactivateOrDelete");
                    assertThat(e.isRetryable()).isFalse();
                    assertThat(e.getStatusCode()).isEqualTo(status);
                    assertThat(e.getErrorCode()).isEqualTo("E0000007");
                    assertThat(e.getErrorSummary()).isEqualTo("summary");
                    assertThat(e.getErrorCauses()).containsExactly("cause");
                    assertThat(e.getErrorId()).isEqualTo("oae1");
                    assertThat(e.getRequestId()).isEqualTo("req1");
                });
        assertThat(sent).containsExactly(LOOK);
    }

    private void user(String status) {
        answer(LOOK, 200, "{\"id\":\"" + ID + "\",\"status\":\"" + status + "\"}");
        answer(DELETE, 204, "");
    }

    private OktaResponse delete(boolean deletes) {
        return new DeleteInterceptor(deletes, okta)
                .send(request(OktaUsersOperation.deactivateOrDelete, ID), CallContext.of(Priority.CALL));
    }
}
