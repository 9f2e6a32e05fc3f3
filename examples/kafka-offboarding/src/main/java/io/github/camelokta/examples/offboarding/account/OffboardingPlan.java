/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import java.util.Optional;

/**
 * Which steps an account in its present state needs. Sessions, grants, tokens and factors go in every state, also when the
 * account is closed already: somebody else may have closed it and left them.
 */
public final class OffboardingPlan {
    private final Account account;

    public OffboardingPlan(Account account) {
        this.account = account;
    }

    /** Why a step is left out; empty if it is to be done. */
    public Optional<String> whyNot(Step step) {
        return switch (step) {
            case SUSPEND ->
                account.isActive()
                        ? Optional.empty()
                        : Optional.of("only an ACTIVE account can be suspended, this one is " + account.status());
            case DEACTIVATE ->
                account.isClosed() ? Optional.of("the account is " + account.status() + " already") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
