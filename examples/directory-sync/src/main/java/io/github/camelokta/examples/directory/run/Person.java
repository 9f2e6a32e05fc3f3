/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody in the sample directory.
 *
 * @param attributes by their names in LDAP
 */
record Person(String uid, Map<String, String> attributes) {

    String mail() {
        return attributes.get("mail");
    }

    /** The same with another value; null for none. */
    Person with(String attribute, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        if (value == null) {
            changed.remove(attribute);
        } else {
            changed.put(attribute, value);
        }
        return new Person(uid, changed);
    }
}
