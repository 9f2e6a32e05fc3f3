/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.Plan;

/**
 * Asks Okta once more, at the moment of a write that takes access away, whether the user may lose it: what was listed when the
 * run began may be hours old. For one exchange. Thread-safe.
 */
final class RemovalCheck {
    private final UserCalls calls;
    private final String scope;
    private final String protect;
    private final boolean protectAdmins;
    private boolean ownUserRead;
    private String ownUser;

    /**
     * @param scope the search expression that the user must match; null for none
     * @param protect the search expression that the user must not match; null for none
     */
    RemovalCheck(UserCalls calls, String scope, String protect, boolean protectAdmins) {
        this.calls = calls;
        this.scope = scope;
        this.protect = protect;
        this.protectAdmins = protectAdmins;
    }

    /** The plan; or a refusal if it takes access away from a user that must keep it. */
    Plan checked(Plan plan, CurrentUser user) {
        Refusal refusal = plan.change().takesAway() ? refusal(user.id()) : null;
        return refusal == null ? plan : Plan.refused(refusal);
    }

    private Refusal refusal(String id) {
        if (protectAdmins && id.equals(ownUser())) {
            return Refusal.OWN_USER;
        }
        if (scope != null && !calls.matches(id, scope)) {
            return Refusal.OUT_OF_SCOPE;
        }
        if (protect != null && calls.matches(id, protect)) {
            return Refusal.PROTECTED;
        }
        return protectAdmins ? administrator(id) : null;
    }

    private Refusal administrator(String id) {
        try {
            return calls.hasRole(id) ? Refusal.ADMINISTRATOR : null;
        } catch (OktaUsersException e) {
            if (e.getStatusCode() == 403) {
                return Refusal.ROLES_UNREADABLE;
            }
            throw e;
        } catch (CredentialsException e) {
            // The authorization server gives no token with the scope.
            return Refusal.ROLES_UNREADABLE;
        }
    }

    /** Null where the credentials belong to no user, as those of a service app do. */
    private synchronized String ownUser() {
        if (!ownUserRead) {
            try {
                CurrentUser me = calls.byId("me").user();
                ownUser = me == null ? null : me.id();
            } catch (OktaUsersException e) {
                if (e.getStatusCode() != 400 && e.getStatusCode() != 403) {
                    throw e;
                }
            }
            ownUserRead = true;
        }
        return ownUser;
    }
}
