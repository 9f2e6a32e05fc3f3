/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.Optional;

/** What to make of Okta's refusals here, where every attempt begins by reading the account. */
public final class OktaRefusals {
    /** The org lacks the feature, and with it what the step would take away. */
    private static final String NO_FEATURE = "E0000015";

    private static final String NOT_FOUND = "E0000007";

    private OktaRefusals() {}

    /**
     * Whether the leaver is to be tried again. More passes than {@link OktaUsersException#isRetryable()} allows for the same
     * call: a new attempt sends what the account's state then needs. A refused credential passes too, once it is renewed;
     * it says nothing about the leaver.
     */
    public static boolean mayPass(Throwable failure) {
        if (failure instanceof NotClosedYetException) {
            return true;
        }
        if (!(failure instanceof OktaUsersException okta)) {
            return false;
        }
        int status = okta.getStatusCode();
        boolean credential = status == 401 && !NO_FEATURE.equals(okta.getErrorCode());
        return okta.isRetryable() || status == 0 || status == 429 || status >= 500 || credential;
    }

    /** Why a step that Okta refused counts as skipped and not as failed; empty if it has failed. */
    public static Optional<String> excuse(Step step, Account account, OktaUsersException refusal) {
        if (step == Step.SUSPEND || step == Step.DEACTIVATE) {
            return Optional.empty();
        }
        if (NO_FEATURE.equals(refusal.getErrorCode())) {
            return Optional.of("the org lacks the feature");
        }
        if (NOT_FOUND.equals(refusal.getErrorCode()) && account.isClosed()) {
            return Optional.of("Okta found nothing to take away from an account that is " + account.status());
        }
        return Optional.empty();
    }
}
