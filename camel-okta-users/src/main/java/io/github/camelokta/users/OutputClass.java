/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import org.apache.camel.spi.ClassResolver;

/** Finds the class that the option outputClass names. */
final class OutputClass {
    private OutputClass() {}

    /**
     * The class of that name; null if the name is null.
     *
     * @throws IllegalArgumentException if it is not on the class path
     */
    static Class<?> of(String name, ClassResolver classes) {
        if (name == null) {
            return null;
        }
        Class<?> type = classes.resolveClass(name);
        if (type == null) {
            throw new IllegalArgumentException("Option outputClass names " + name
                    + ", which is not on the class path: give the fully qualified name of a class that is");
        }
        return type;
    }
}
