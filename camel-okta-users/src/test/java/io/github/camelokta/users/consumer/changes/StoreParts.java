/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import java.util.Map;

/** A text in a map, with parts beside it. The step comes before and after each save, and may fail. */
record StoreParts(Map<String, String> texts, String name, Runnable step) implements CursorStore {

    @Override
    public String load() {
        return texts.get(name);
    }

    @Override
    public void save(String text) {
        step.run();
        texts.put(name, text);
        step.run();
    }

    @Override
    public CursorStore part(String part) {
        return new StoreParts(texts, name + "/" + part, step);
    }
}
