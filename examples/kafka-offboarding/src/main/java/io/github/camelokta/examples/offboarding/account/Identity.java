/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import io.github.camelokta.examples.offboarding.event.Leaver;

/**
 * Makes sure that the account that Okta found is the one that was meant. Okta also answers to unambiguous short names, and
 * to {@code me} with the owner of the credential; neither is good enough to close an account on.
 */
public final class Identity {
    private Identity() {}

    /** @throws NotToBeClosedException if they are not one and the same */
    public static void check(Leaver leaver, Account found) {
        if (leaver.id() != null && !leaver.id().equals(found.id())) {
            throw new NotToBeClosedException("the event's id is not the id of the account that Okta finds by it, "
                    + found.id() + ": nothing is closed on a guess");
        }
        if (leaver.login() != null && !leaver.login().equalsIgnoreCase(found.login())) {
            throw new NotToBeClosedException("the event's login is not the login of the account that Okta finds, "
                    + found.id() + ": nothing is closed on a guess");
        }
    }
}
