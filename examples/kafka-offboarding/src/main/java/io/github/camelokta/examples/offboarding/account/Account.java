/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import java.util.Map;

/**
 * An Okta account as it was just read.
 *
 * @param status one of Okta's eight, or one that Okta may add
 * @param becoming the status that Okta is still working on, or null
 */
public record Account(String id, String login, String status, String becoming) {
    private static final String CLOSED = "DEPROVISIONED";

    /** Takes what is needed from a user as Okta returns it. */
    public static Account of(Map<?, ?> user) {
        Object login = user.get("profile") instanceof Map<?, ?> profile ? profile.get("login") : null;
        return new Account(
                text(user.get("id")), text(login), text(user.get("status")), text(user.get("transitioningToStatus")));
    }

    public boolean isActive() {
        return "ACTIVE".equals(status);
    }

    public boolean isClosed() {
        return CLOSED.equals(status);
    }

    /** Also while Okta, which may take its time, is still closing it. */
    public boolean isClosedOrClosing() {
        return isClosed() || CLOSED.equals(becoming);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** Without the login, which is personal data. */
    @Override
    public String toString() {
        return "Account[" + id + " " + status + "]";
    }
}
