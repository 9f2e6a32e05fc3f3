/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts users down to {@code fields=id,status,profile:(firstName,city)}. The id stays always. Names that do not exist are
 * passed over, and {@code _links} show only when named (both a choice).
 */
final class FieldProjection {
    private static final Pattern PROFILE = Pattern.compile("profile:\\(([^)]*)\\)");

    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();

    FieldProjection(String expression) {
        Matcher profile = PROFILE.matcher(expression);
        while (profile.find()) {
            collect(profile.group(1), attributes);
        }
        collect(profile.reset().replaceAll(""), fields);
        fields.add("id");
        if (!attributes.isEmpty()) {
            fields.add("profile");
        }
    }

    ObjectNode apply(ObjectNode user) {
        user.retain(fields);
        if (!attributes.isEmpty() && user.get("profile") instanceof ObjectNode profile) {
            profile.retain(attributes);
        }
        return user;
    }

    private static void collect(String names, Set<String> into) {
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                into.add(name.trim());
            }
        }
    }
}
