/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

/** Keeps a text. What was saved is there after a crash, whole. */
public interface CursorStore {

    /** The text that was saved last, as it is now and not as it was cached; null if there never was one. */
    String load();

    void save(String text);

    /**
     * Keeps another text beside this one, so that a large one need not be written as often.
     *
     * @param name letters and digits
     */
    CursorStore part(String name);
}
