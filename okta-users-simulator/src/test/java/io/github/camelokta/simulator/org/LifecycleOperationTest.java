/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleOperationTest {
    private static final Standing FULL = new Standing(true, true, false);
    private static final String HEADER =
            "STAGED        PROVISIONED   ACTIVE        RECOVERY      PASSWORD_EXP. LOCKED_OUT    SUSPENDED     DEPROVISIONED";

    /** One row per operation, one column per status: the status afterwards or the refusal. */
    private static final Map<LifecycleOperation, String> MATRIX = matrix("""
            ACTIVATE                            ACTIVE    E0000016  E0000016  E0000016  E0000016  E0000016  E0000016  ACTIVE
            REACTIVATE                          E0000038  PROVISIONED E0000038 RECOVERY E0000038  E0000038  E0000038  E0000038
            SUSPEND                             E0000001  E0000001  SUSPENDED E0000001  E0000001  E0000001  E0000001  E0000001
            UNSUSPEND                           E0000001  E0000001  E0000001  E0000001  E0000001  E0000001  ACTIVE    E0000001
            UNLOCK                              E0000032  E0000032  E0000032  E0000032  E0000032  ACTIVE    E0000032  E0000032
            DEACTIVATE                          DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED E0000007
            DELETE                              DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED DEPROVISIONED gone
            EXPIRE_PASSWORD                     E0000038  E0000038  PASSWORD_EXPIRED PASSWORD_EXPIRED PASSWORD_EXPIRED E0000038 E0000038 E0000038
            EXPIRE_PASSWORD_WITH_TEMP_PASSWORD  E0000038  E0000038  PASSWORD_EXPIRED PASSWORD_EXPIRED PASSWORD_EXPIRED E0000038 E0000038 E0000038
            RESET_PASSWORD                      E0000017  RECOVERY  RECOVERY  RECOVERY  RECOVERY  RECOVERY  E0000017  E0000017
            RESET_FACTORS                       STAGED PROVISIONED ACTIVE RECOVERY PASSWORD_EXPIRED LOCKED_OUT SUSPENDED DEPROVISIONED
            FORGOT_PASSWORD                     E0000034  E0000034  ACTIVE    E0000034  E0000034  E0000034  E0000034  E0000034
            FORGOT_PASSWORD_WITH_ANSWER         E0000034  E0000034  ACTIVE    E0000034  E0000034  E0000034  E0000034  E0000034
            CHANGE_PASSWORD                     STAGED    E0000035  ACTIVE    ACTIVE    ACTIVE    E0000035  E0000035  E0000035
            CHANGE_RECOVERY_QUESTION            STAGED    E0000036  ACTIVE    RECOVERY  E0000036  E0000036  E0000036  E0000036
            """);

    @ParameterizedTest
    @EnumSource
    void everyOperationLeadsFromEachStatusWhereTheMatrixSays(LifecycleOperation operation) {
        StringBuilder actual = new StringBuilder();
        for (UserStatus from : UserStatus.values()) {
            actual.append(outcome(operation, from, FULL)).append(' ');
        }

        assertThat(actual.toString().trim()).as(HEADER).isEqualTo(MATRIX.get(operation));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVATE,                    STAGED,        false, false, false, PROVISIONED",
        "ACTIVATE,                    DEPROVISIONED, false, false, false, PROVISIONED",
        "ACTIVATE,                    STAGED,        false, false, true,  ACTIVE",
        "UNLOCK,                      LOCKED_OUT,    true,  true,  true,  E0000032",
        "EXPIRE_PASSWORD,             ACTIVE,        true,  true,  true,  E0000038",
        "RESET_PASSWORD,              ACTIVE,        true,  true,  true,  E0000017",
        "FORGOT_PASSWORD,             ACTIVE,        false, false, false, ACTIVE",
        "FORGOT_PASSWORD,             ACTIVE,        true,  true,  true,  E0000034",
        "FORGOT_PASSWORD_WITH_ANSWER, ACTIVE,        true,  false, false, E0000034",
        "CHANGE_PASSWORD,             ACTIVE,        false, true,  false, E0000035",
        "CHANGE_RECOVERY_QUESTION,    ACTIVE,        false, true,  false, E0000036"
    })
    void credentialsDecideTooWhereTheyMatter(
            LifecycleOperation operation,
            UserStatus from,
            boolean password,
            boolean question,
            boolean federated,
            String expected) {
        assertThat(outcome(operation, from, new Standing(password, question, federated)))
                .isEqualTo(expected);
    }

    @Test
    void theCausesAreOktas() {
        assertThat(refusal(LifecycleOperation.UNLOCK).causes()).containsExactly("The user is not locked out.");
        assertThat(refusal(LifecycleOperation.UNSUSPEND).summary()).isEqualTo("Api validation failed: unsuspendUser");
        assertThat(refusal(LifecycleOperation.UNSUSPEND).causes())
                .containsExactly("Cannot unsuspend a user that is not suspended");
    }

    private static OktaRefusal refusal(LifecycleOperation operation) {
        try {
            operation.next("00u1", UserStatus.ACTIVE, FULL);
        } catch (OktaRefusal refusal) {
            return refusal;
        }
        throw new AssertionError(operation + " was not refused");
    }

    private static String outcome(LifecycleOperation operation, UserStatus from, Standing standing) {
        try {
            return operation.next("00u1", from, standing).map(UserStatus::name).orElse("gone");
        } catch (OktaRefusal refusal) {
            return refusal.code().name();
        }
    }

    private static Map<LifecycleOperation, String> matrix(String text) {
        Map<LifecycleOperation, String> matrix = new TreeMap<>();
        for (String line : text.strip().split("\n")) {
            String[] cells = line.trim().split("\\s+", 2);
            matrix.put(LifecycleOperation.valueOf(cells[0]), cells[1].replaceAll("\\s+", " "));
        }
        return matrix;
    }
}
