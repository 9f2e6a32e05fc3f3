/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.AbsentAttributes;
import java.util.Set;

/** Finds the attributes to change, and no others. */
final class ProfileDiff {
    /** Okta refuses profiles without them. */
    private static final Set<String> REQUIRED = Set.of("login", "email", "firstName", "lastName");

    private final AttributeRules rules;

    ProfileDiff(AttributeRules rules) {
        this.rules = rules;
    }

    /** The attributes to send, with null for those to clear; empty if there is nothing to change. */
    ObjectNode changes(ObjectNode wanted, ObjectNode current) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(attribute -> {
            String name = attribute.getKey();
            if (rules.looksAt(name) && !Attribute.same(name, attribute.getValue(), current.get(name))) {
                changes.set(name, Attribute.sent(attribute.getValue()));
            }
        });
        if (rules.absent() == AbsentAttributes.clear) {
            current.properties().forEach(attribute -> {
                String name = attribute.getKey();
                boolean free = !wanted.has(name) && !REQUIRED.contains(name) && rules.looksAt(name);
                if (free && !Attribute.isAbsent(attribute.getValue())) {
                    changes.putNull(name);
                }
            });
        }
        return changes;
    }

    /** A new profile: everything that has a value, whatever is looked at later. */
    static ObjectNode created(ObjectNode wanted) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(attribute -> {
            if (!Attribute.isAbsent(attribute.getValue())) {
                profile.set(attribute.getKey(), Attribute.sent(attribute.getValue()));
            }
        });
        return profile;
    }
}
