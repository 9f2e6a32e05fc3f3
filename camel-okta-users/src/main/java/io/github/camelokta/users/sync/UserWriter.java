/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.PlannedCall;

/** Carries out planned writes. */
@FunctionalInterface
interface UserWriter {

    /**
     * @param user as read before; null where the user is to be created
     * @return the user as Okta answered; user and response are null where the answer holds none
     */
    Found write(PlannedCall call, CurrentUser user);
}
