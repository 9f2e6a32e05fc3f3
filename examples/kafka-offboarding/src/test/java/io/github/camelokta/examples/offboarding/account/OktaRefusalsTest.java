/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaRefusalsTest {
    private static final Account ACTIVE = new Account("00u1", "ann@example.com", "ACTIVE", null);
    private static final Account CLOSED = new Account("00u1", "ann@example.com", "DEPROVISIONED", null);

    @ParameterizedTest
    @CsvSource({
        "0, , true",
        "401, E0000011, true",
        "401, E0000015, false",
        "403, E0000006, false",
        "404, E0000007, false",
        "400, E0000001, false",
        "429, E0000047, true",
        "500, E0000009, true",
        "503, , true"
    })
    void what_may_pass(int status, String code, boolean mayPass) {
        assertThat(OktaRefusals.mayPass(refusal(status, code))).isEqualTo(mayPass);
    }

    @Test
    void other_failures() {
        assertThat(OktaRefusals.mayPass(new NotClosedYetException("SUSPENDED"))).isTrue();
        assertThat(OktaRefusals.mayPass(new NotToBeClosedException("no"))).isFalse();
        assertThat(OktaRefusals.mayPass(new IllegalStateException())).isFalse();
        assertThat(OktaRefusals.mayPass(
                        OktaUsersException.of("x").status(400).retryable(true).build()))
                .isTrue();
    }

    @Test
    void what_a_closed_account_no_longer_offers_is_skipped() {
        OktaUsersException notFound = refusal(404, "E0000007");

        assertThat(OktaRefusals.excuse(Step.CLEAR_SESSIONS, CLOSED, notFound)).isPresent();
        assertThat(OktaRefusals.excuse(Step.RESET_FACTORS, CLOSED, notFound)).isPresent();
        assertThat(OktaRefusals.excuse(Step.CLEAR_SESSIONS, ACTIVE, notFound)).isEmpty();
        assertThat(OktaRefusals.excuse(Step.REVOKE_GRANTS, CLOSED, notFound)).isPresent();
        assertThat(OktaRefusals.excuse(Step.REVOKE_GRANTS, ACTIVE, notFound)).isEmpty();
        assertThat(OktaRefusals.excuse(Step.DEACTIVATE, CLOSED, notFound)).isEmpty();
        assertThat(OktaRefusals.excuse(Step.CLEAR_SESSIONS, CLOSED, refusal(403, "E0000006")))
                .isEmpty();
    }

    @Test
    void what_the_org_lacks_is_skipped_unless_it_is_what_closes_the_account() {
        OktaUsersException noFeature = refusal(401, "E0000015");

        assertThat(OktaRefusals.excuse(Step.REVOKE_GRANTS, ACTIVE, noFeature)).contains("the org lacks the feature");
        assertThat(OktaRefusals.excuse(Step.SUSPEND, ACTIVE, noFeature)).isEmpty();
    }

    private static OktaUsersException refusal(int status, String code) {
        return OktaUsersException.of("x")
                .status(status)
                .error(code, null, List.of(), null)
                .build();
    }
}
