/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.SearchResult;

/**
 * Says which attribute of a person in the directory becomes which attribute of the user in Okta. This is the place to change
 * for a directory of your own.
 */
public final class PersonMapping {
    private static final List<Rule> PROFILE = List.of(
            required("login", "mail"),
            required("email", "mail"),
            required("firstName", "givenName"),
            required("lastName", "sn"),
            optional("displayName", "cn"),
            optional("employeeNumber", "employeeNumber"),
            optional("title", "title"),
            optional("department", "ou"),
            optional("city", "l"),
            optional("mobilePhone", "mobile"),
            // The scope is made of it: who has another one belongs to somebody else.
            required("userType", "employeeType"));

    /** Whoever is in the directory works here. Whoever is not is found by {@code onMissing}. */
    private static final String STATUS = "ACTIVE";

    private record Rule(String okta, String ldap, boolean isRequired) {}

    private static Rule required(String okta, String ldap) {
        return new Rule(okta, ldap, true);
    }

    private static Rule optional(String okta, String ldap) {
        return new Rule(okta, ldap, false);
    }

    /** The attributes to ask the directory for, with commas between them. */
    public static String attributes() {
        return PROFILE.stream().map(Rule::ldap).distinct().collect(Collectors.joining(","));
    }

    /**
     * The wanted users, one after the other.
     *
     * @param people the directory's answer to a search
     */
    public Iterator<Map<String, Object>> wanted(List<SearchResult> people) {
        return people.stream().map(person -> wanted(person.getAttributes())).iterator();
    }

    /**
     * @throws IllegalArgumentException if the person lacks what Okta requires; names nobody
     */
    static Map<String, Object> wanted(Attributes person) {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (Rule rule : PROFILE) {
            String value = value(person, rule.ldap());
            if (value == null && rule.isRequired()) {
                throw new IllegalArgumentException("Somebody in the directory has no " + rule.ldap()
                        + ", which Okta requires: the filter (!(" + rule.ldap() + "=*)) finds who it is");
            }
            // What the directory has no value for is null, and so is cleared in Okta.
            profile.put(rule.okta(), value);
        }
        return Map.of("status", STATUS, "profile", profile);
    }

    /** Of several values the first in alphabetical order: directories give them in any order, and a new one every time. */
    private static String value(Attributes person, String name) {
        Attribute attribute = person.get(name);
        if (attribute == null) {
            return null;
        }
        try {
            return Collections.list(attribute.getAll()).stream()
                    .filter(Objects::nonNull)
                    .map(value -> value.toString().strip())
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .findFirst()
                    .orElse(null);
        } catch (NamingException e) {
            throw new IllegalArgumentException("The directory's " + name + " cannot be read", e);
        }
    }
}
