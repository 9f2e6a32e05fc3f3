/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.util.HashMap;
import java.util.Map;

/**
 * A line from the driver, like {@code load op=get callers=64}.
 *
 * @param name its first word
 */
record Command(String name, Map<String, String> values) {

    static Command of(String line) {
        String[] words = line.split(" ");
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            values.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Command(words[0], values);
    }

    boolean is(String key, String value) {
        return value.equals(values.get(key));
    }

    int number(String key) {
        return Integer.parseInt(values.getOrDefault(key, "0"));
    }
}
