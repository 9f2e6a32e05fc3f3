/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import org.apache.camel.spi.StateRepository;

/** Keeps the cursor in a state repository of Camel's. */
public record RepositoryCursorStore(StateRepository<String, String> repository, String key) implements CursorStore {

    @Override
    public String load() {
        return repository.getState(key);
    }

    @Override
    public void save(String text) {
        repository.setState(key, text);
    }
}
