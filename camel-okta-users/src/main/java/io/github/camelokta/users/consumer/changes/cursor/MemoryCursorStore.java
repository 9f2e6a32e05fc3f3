/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

/** Keeps a cursor, or who is known, as long as the endpoint lives. */
public final class MemoryCursorStore implements CursorStore {
    private volatile String text;

    @Override
    public String load() {
        return text;
    }

    @Override
    public void save(String cursor) {
        text = cursor;
    }
}
