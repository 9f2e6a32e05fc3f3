/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.UserId;

/**
 * Refuses what must not stand in a path. An empty segment or a dot would call another operation, on all users; a slash or a
 * question mark is cut off in Okta even when it is encoded, so such a login is reached by its id alone.
 */
public final class PathValue {

    private PathValue() {}

    static void requireSafe(OktaUsersOperation operation, String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: " + operation + " needs a value there");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " is a dot segment and would change the path: set it to an id");
        }
        if (value.indexOf('/') >= 0 || value.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    name + " holds / or ?, with which Okta finds no login: use the user's id instead");
        }
        if (operation.repeat() == Repeat.DESTRUCTIVE) {
            UserId.require(operation, value);
        }
    }

    /**
     * Refuses white space in a value that came from a URI, where Camel has made it of a plus sign.
     *
     * @param name how the value is called in the message, such as {@code Option userId}
     */
    public static void requireNoBlank(String name, OperationParam param, String value) {
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    name + " holds white space, which is what Camel makes of + and %2B in a URI:" + " write " + param
                            + "=RAW(...) or set the header " + param.header());
        }
    }
}
