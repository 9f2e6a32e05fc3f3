/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.StateRepository;

/** A state repository that outlives contexts, as a file or a table does. */
final class KeptStates implements StateRepository<String, String> {
    final Map<String, String> states = new ConcurrentHashMap<>();

    @Override
    public void setState(String key, String value) {
        states.put(key, value);
    }

    @Override
    public String getState(String key) {
        return states.get(key);
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
