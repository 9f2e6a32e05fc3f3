/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

/** A stored cursor is damaged, foreign, of another version or of another query. Nothing was read and nothing delivered. */
public final class UnusableCursorException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnusableCursorException(String why) {
        this("cursor", why);
    }

    public UnusableCursorException(String what, String why) {
        super("The stored " + what + " " + why);
    }
}
