/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;

/** Decides for one user of a run: whom the directory names, or whom it does not. */
public final class UserDecider {
    private final UserPlanner named;
    /** A user whom nobody names has no attributes that could be cleared. */
    private final UserPlanner missing = new UserPlanner(AttributeRules.of(null, null, AbsentAttributes.keep));

    private final OnMissing onMissing;

    public UserDecider(ReconcileRules rules) {
        this.named = new UserPlanner(rules.attributes());
        this.onMissing = rules.onMissing();
    }

    /**
     * @param wanted null where the directory does not name the user
     * @param user null where there is none
     */
    public Plan decide(DesiredUser wanted, CurrentUser user, boolean sendEmail) {
        if (wanted != null) {
            return named.plan(wanted, user, sendEmail);
        }
        if (onMissing == OnMissing.ignore || user.status() == UserStatus.DEPROVISIONED) {
            return Plan.NOTHING;
        }
        WantedStatus status = onMissing == OnMissing.suspend ? WantedStatus.SUSPENDED : WantedStatus.DEPROVISIONED;
        DesiredUser closed = new DesiredUser(user.id(), null, status, JsonNodeFactory.instance.objectNode(), null);
        return missing.plan(closed, user, sendEmail);
    }
}
