/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** Tells a user's id from a login, where it must be certain whom a call is for: a login can come to name another user. */
public final class UserId {
    private static final String PREFIX = "00u";
    private static final int LENGTH = 20;

    private UserId() {}

    /**
     * Refuses anything but an id.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public static void require(OktaUsersOperation operation, String userId) {
        if (!isId(userId)) {
            throw new IllegalArgumentException(operation
                    + " takes a user's id (00u and 17 letters or digits) and no login: read the id with get first");
        }
    }

    public static boolean isId(String text) {
        return text.length() == LENGTH
                && text.startsWith(PREFIX)
                && text.chars().allMatch(UserId::isLetterOrDigit);
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
