/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.AbsentAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which attributes of a profile are compared once a user exists, and how: as Okta keeps them, trimmed, logins and mail
 * addresses in its own case, and nothing where a value is blank. What differs only in this is no difference, or each run would
 * write it anew.
 *
 * @param compared only these; empty for all
 * @param ignored not these
 * @param absent what it means when the wanted profile lacks one
 */
public record AttributeRules(Set<String> compared, Set<String> ignored, AbsentAttributes absent) {
    /** Okta refuses profiles without them. */
    private static final Set<String> REQUIRED = Set.of("login", "email", "firstName", "lastName");

    private static final Set<String> CASELESS = Set.of("login", "email", "secondEmail");

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

    /** The attributes to send, with null for those to clear; empty if there is nothing to change. */
    ObjectNode changes(ObjectNode wanted, ObjectNode current) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(attribute -> {
            String name = attribute.getKey();
            if (compares(name) && !same(name, attribute.getValue(), current.get(name))) {
                changes.set(name, sent(attribute.getValue()));
            }
        });
        if (absent == AbsentAttributes.clear) {
            current.properties().forEach(attribute -> {
                String name = attribute.getKey();
                boolean free = !wanted.has(name) && !REQUIRED.contains(name) && compares(name);
                if (free && !isAbsent(attribute.getValue())) {
                    changes.putNull(name);
                }
            });
        }
        return changes;
    }

    private boolean compares(String attribute) {
        return (compared.isEmpty() || compared.contains(attribute)) && !ignored.contains(attribute);
    }

    /** A new profile: everything that has a value, whatever is compared later. */
    static ObjectNode created(ObjectNode wanted) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(attribute -> {
            if (!isAbsent(attribute.getValue())) {
                profile.set(attribute.getKey(), sent(attribute.getValue()));
            }
        });
        return profile;
    }

    private static JsonNode sent(JsonNode value) {
        if (isAbsent(value)) {
            return JsonNodeFactory.instance.nullNode();
        }
        return value.isTextual()
                ? JsonNodeFactory.instance.textNode(value.textValue().strip())
                : value;
    }

    /** Whether this stands for no value: null, missing, a blank text, an empty list. */
    public static boolean isAbsent(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isBlank()
                || value.isArray() && value.isEmpty();
    }

    public static boolean same(String name, JsonNode one, JsonNode other) {
        if (isAbsent(one) || isAbsent(other)) {
            return isAbsent(one) && isAbsent(other);
        }
        if (one.isTextual() && other.isTextual()) {
            String a = one.textValue().strip();
            String b = other.textValue().strip();
            return CASELESS.contains(name) ? a.equalsIgnoreCase(b) : a.equals(b);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            return sameElements(name, one, other);
        }
        return one.equals(other);
    }

    private static boolean sameElements(String name, JsonNode one, JsonNode other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(name, one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A login as a key: to Okta, logins that differ only in case are the same. */
    public static String loginKey(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
