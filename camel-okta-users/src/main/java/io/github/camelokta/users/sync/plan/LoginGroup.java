/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.sync.spill.MergedRuns;
import io.github.camelokta.users.sync.spill.Spilled;
import java.util.Arrays;

/**
 * All records of one login: the directory's and Okta's.
 *
 * @param named what the directory says; null if nothing
 * @param listed what Okta lists; null if nothing
 * @param namedTwice whether the directory names the login more than once
 * @param listedTwice whether Okta lists two states of it, as it does while somebody changes it
 */
public record LoginGroup(String login, Spilled named, Spilled listed, boolean namedTwice, boolean listedTwice) {

    public static LoginGroup take(String login, MergedRuns here, MergedRuns there) {
        Spilled named = null;
        Spilled listed = null;
        boolean namedTwice = false;
        boolean listedTwice = false;
        while (login.equals(here.key())) {
            namedTwice = named != null;
            named = here.next();
        }
        while (login.equals(there.key())) {
            Spilled next = there.next();
            listedTwice |= listed != null && !Arrays.equals(listed.json(), next.json());
            listed = next;
        }
        return new LoginGroup(login, named, listed, namedTwice, listedTwice);
    }
}
