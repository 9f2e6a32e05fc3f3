/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Set;

/**
 * Compares values of attributes as Okta keeps them: trimmed, logins and mail addresses in its own case, and nothing where a
 * value is blank. What differs in this alone is no difference, or each run would write it anew.
 */
public final class Attribute {
    private static final Set<String> CASELESS = Set.of("login", "email", "secondEmail");

    private Attribute() {}

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

    /** The value to send. */
    static JsonNode sent(JsonNode value) {
        if (isAbsent(value)) {
            return JsonNodeFactory.instance.nullNode();
        }
        return value.isTextual()
                ? JsonNodeFactory.instance.textNode(value.textValue().strip())
                : value;
    }

    /** A login as a key: Okta takes logins that differ in case alone for the same. */
    public static String loginKey(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
