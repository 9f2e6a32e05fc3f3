/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which attributes a profile may and must have: Okta's 31 base attributes and the org's own. */
public final class ProfileSchema {
    private static final List<String> BASE = List.of(
            "login",
            "email",
            "secondEmail",
            "firstName",
            "lastName",
            "middleName",
            "honorificPrefix",
            "honorificSuffix",
            "title",
            "displayName",
            "nickName",
            "profileUrl",
            "primaryPhone",
            "mobilePhone",
            "streetAddress",
            "city",
            "state",
            "zipCode",
            "countryCode",
            "postalAddress",
            "preferredLanguage",
            "locale",
            "timezone",
            "userType",
            "employeeNumber",
            "costCenter",
            "organization",
            "division",
            "department",
            "managerId",
            "manager");
    private static final List<String> REQUIRED = List.of("login", "email", "firstName", "lastName");

    /** What the values of a custom attribute are. */
    public enum Type {
        STRING,
        BOOLEAN,
        NUMBER,
        INTEGER,
        ARRAY,
        /** Anything: an attribute that came with a user and was never defined. */
        ANY;

        private boolean fits(Object value) {
            return switch (this) {
                case STRING -> value instanceof String;
                case BOOLEAN -> value instanceof Boolean;
                case NUMBER -> value instanceof Number;
                case INTEGER -> value instanceof Integer || value instanceof Long || value instanceof BigInteger;
                case ARRAY -> value instanceof Collection<?>;
                case ANY -> true;
            };
        }
    }

    private final Set<String> names = new LinkedHashSet<>(BASE);
    private final Map<String, Type> defined = new LinkedHashMap<>();

    /** Defines a custom attribute of any type; it stays through resets. */
    public void define(String name) {
        define(name, Type.ANY);
    }

    /** Defines a custom attribute; it stays through resets. */
    public void define(String name, Type type) {
        names.add(name);
        defined.put(name, type);
    }

    /** Lets profiles have this attribute until the next reset, if they may not already. */
    public void allow(String name) {
        names.add(name);
    }

    /** Takes one of the org's own attributes away. */
    void undefine(String name) {
        if (BASE.contains(name)) {
            throw new IllegalArgumentException("Base attribute, cannot be removed: " + name);
        }
        names.remove(name);
        defined.remove(name);
    }

    /** Whether a profile may have this attribute. */
    public boolean defines(String name) {
        return names.contains(name);
    }

    /**
     * Refuses attributes that are not defined, and values of another type than the attribute's.
     *
     * @throws OktaRefusal 400 E0000001 with one cause per unknown attribute, or per value of a wrong type (its text is a choice)
     */
    public void requireDefined(Map<String, ?> attributes) {
        List<String> causes = attributes.keySet().stream()
                .filter(name -> !defines(name))
                .map(name -> "Property name '" + name + "' is not defined in profile")
                .toList();
        if (!causes.isEmpty()) {
            throw OktaRefusal.invalid("newUser", causes);
        }
        attributes.forEach((name, value) -> {
            Type type = defined.getOrDefault(name, Type.ANY);
            if (value != null && !type.fits(value)) {
                throw OktaRefusal.invalid(
                        name,
                        name + ": The value is not of the type " + type.name().toLowerCase(Locale.ROOT));
            }
        });
    }

    /**
     * Refuses a profile that lacks a required attribute or has a malformed one.
     *
     * @throws OktaRefusal 400 E0000001 with one cause per attribute
     */
    public void requireComplete(Profile profile) {
        List<String> causes = new ArrayList<>();
        for (String name : REQUIRED) {
            if (profile.text(name).isBlank()) {
                causes.add(name + ": The field cannot be left blank");
            }
        }
        if (causes.isEmpty() && !isMail(profile.text("login"))) {
            causes.add("login: Username must be in the form of an email address");
        }
        if (causes.isEmpty() && !isMail(profile.text("email"))) {
            causes.add("email: Does not match required pattern");
        }
        if (!causes.isEmpty()) {
            String first = causes.get(0);
            throw OktaRefusal.invalid(first.substring(0, first.indexOf(':')), causes);
        }
    }

    /** Forgets what was never defined. */
    void clear() {
        names.retainAll(Stream.concat(BASE.stream(), defined.keySet().stream()).toList());
    }

    private static boolean isMail(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1;
    }
}
