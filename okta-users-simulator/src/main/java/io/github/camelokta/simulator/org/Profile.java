/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A user's profile: attribute names and values in two plain arrays, because an org may hold 200,000 of them. */
public final class Profile {
    private static final Profile EMPTY = new Profile(new String[0], new Object[0]);

    private final String[] names;
    private final Object[] values;

    private Profile(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** A profile with these attributes; those that are null are left out. */
    public static Profile of(Map<String, ?> attributes) {
        List<String> names = new ArrayList<>(attributes.size());
        List<Object> values = new ArrayList<>(attributes.size());
        attributes.forEach((name, value) -> {
            if (value != null) {
                names.add(name.intern());
                values.add(value);
            }
        });
        return names.isEmpty() ? EMPTY : new Profile(names.toArray(String[]::new), values.toArray());
    }

    /** The value of an attribute, or null. */
    public Object get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** The value of a text attribute, or the empty string. */
    public String text(String name) {
        return get(name) instanceof String text ? text : "";
    }

    /** This profile with {@code changes} laid over it; a null takes an attribute away. */
    public Profile merge(Map<String, ?> changes) {
        Map<String, Object> merged = asMap();
        merged.putAll(changes);
        return of(merged);
    }

    /** This profile without one attribute. */
    public Profile without(String name) {
        Map<String, Object> rest = asMap();
        rest.remove(name);
        return of(rest);
    }

    /** Calls {@code each} for every attribute that has a value. */
    public void forEach(BiConsumer<String, Object> each) {
        for (int i = 0; i < names.length; i++) {
            each.accept(names[i], values[i]);
        }
    }

    /** A copy as a map. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile profile && asMap().equals(profile.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
