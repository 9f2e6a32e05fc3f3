/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.Optional;

/** Carries the state machine's decisions out on the org. */
public final class AccountLifecycle {
    private final OktaOrg org;

    /** Works on {@code org}. */
    public AccountLifecycle(OktaOrg org) {
        this.org = org;
    }

    /** Refuses an operation that is illegal now, and changes nothing. */
    public void check(LifecycleOperation operation, UserState user) {
        operation.next(user.id(), user.status(), user.credentials().standing());
    }

    /**
     * Applies an operation. Deactivation ends the user's sessions (a choice: the documents say no more than that app data
     * may be destroyed).
     *
     * @return the user afterwards; empty when erased
     */
    public Optional<UserState> apply(LifecycleOperation operation, UserState user) {
        Optional<UserStatus> next =
                operation.next(user.id(), user.status(), user.credentials().standing());
        if (next.isEmpty()) {
            org.erase(user.id());
            return Optional.empty();
        }
        if (next.get() == UserStatus.DEPROVISIONED && user.status() != UserStatus.DEPROVISIONED) {
            org.belongings(user.id()).sessions().clear();
        }
        return Optional.of(org.put(user.withStatus(next.get(), org.now())));
    }
}
