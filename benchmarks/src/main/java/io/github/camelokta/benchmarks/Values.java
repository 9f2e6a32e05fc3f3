/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** The names and values of a line from another process. */
record Values(Map<String, String> all) {

    static Values of(String line) {
        Map<String, String> values = new HashMap<>();
        for (String word : line.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return new Values(values);
    }

    String text(String name) {
        String value = all.get(name);
        if (value == null) {
            throw new IllegalStateException("Expected " + name + " and got " + all);
        }
        return value;
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }
}
