/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.AbsentAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which attributes of a profile are looked at once a user exists.
 *
 * @param compared these alone; empty for all
 * @param ignored not these
 * @param absent what it means when the wanted profile lacks one
 */
public record AttributeRules(Set<String> compared, Set<String> ignored, AbsentAttributes absent) {

    /**
     * @param compared names with commas between them; null for all
     * @param ignored names with commas between them; null for none
     */
    public static AttributeRules of(String compared, String ignored, AbsentAttributes absent) {
        return new AttributeRules(names(compared), names(ignored), absent);
    }

    private static Set<String> names(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean looksAt(String attribute) {
        return (compared.isEmpty() || compared.contains(attribute)) && !ignored.contains(attribute);
    }
}
