/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final Set<String> names = new LinkedHashSet<>(BASE);

    /** Defines an attribute of the org's own. */
    public void define(String name) {
        names.add(name);
    }

    /** Takes one of the org's own attributes away. */
    void undefine(String name) {
        if (BASE.contains(name)) {
            throw new IllegalArgumentException("Base attribute, cannot be removed: " + name);
        }
        names.remove(name);
    }

    /** Whether a profile may have this attribute. */
    public boolean defines(String name) {
        return names.contains(name);
    }

    /**
     * Refuses attributes that are not defined.
     *
     * @throws OktaRefusal 400 E0000001 with one cause per unknown attribute
     */
    public void requireDefined(Map<String, ?> attributes) {
        List<String> causes = attributes.keySet().stream()
                .filter(name -> !defines(name))
                .map(name -> "Property name '" + name + "' is not defined in profile")
                .toList();
        if (!causes.isEmpty()) {
            throw OktaRefusal.invalid("newUser", causes);
        }
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

    void clear() {
        names.retainAll(BASE);
    }

    private static boolean isMail(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1;
    }
}
