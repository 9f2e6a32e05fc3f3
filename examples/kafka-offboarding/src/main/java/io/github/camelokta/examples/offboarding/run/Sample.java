/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;

/**
 * A leaver's event that shows something.
 *
 * @param shows what it shows
 * @param account the account that it is about; null if there is none
 * @param seeded the status that the account had before anything was sent; null if there is none
 * @param cause a part of the cause that it has to fail with; null if its account is to be closed
 */
record Sample(String shows, SimulatedUser account, UserStatus seeded, String event, String cause) {

    boolean isToBeClosed() {
        return cause == null;
    }
}
