/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.org.ProfileSchema;
import io.github.camelokta.simulator.search.Condition.Comparison;
import java.util.Set;

/** What the two expression languages of the user list allow. */
public enum Language {
    /** {@code search=}: any attribute, values in any letter case. */
    SEARCH(true) {
        @Override
        boolean allows(Comparison comparison, ProfileSchema schema) {
            String name = UserProperties.profileName(comparison.property());
            boolean known = name == null ? SEARCHABLE.contains(comparison.property()) : schema.defines(name);
            boolean contains = comparison.operator() == Operator.CO;
            return known && (!contains || CONTAINS.contains(comparison.property()));
        }
    },
    /** {@code filter=}: few properties, {@code eq} only, values in the letter case that they are stored in. */
    FILTER(false) {
        @Override
        boolean allows(Comparison comparison, ProfileSchema schema) {
            if (comparison.property().equals("lastUpdated")) {
                return ORDERING.contains(comparison.operator());
            }
            return FILTERABLE.contains(comparison.property()) && comparison.operator() == Operator.EQ;
        }
    };

    private static final Set<String> SEARCHABLE =
            Set.of("id", "status", "created", "activated", "statusChanged", "lastUpdated", "type.id");
    private static final Set<String> CONTAINS =
            Set.of("profile.firstName", "profile.lastName", "profile.email", "profile.login");
    private static final Set<String> FILTERABLE =
            Set.of("status", "id", "profile.login", "profile.email", "profile.firstName", "profile.lastName");
    private static final Set<Operator> ORDERING =
            Set.of(Operator.EQ, Operator.GT, Operator.GE, Operator.LT, Operator.LE);

    private final boolean ignoresCase;

    Language(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    /** Whether "Ann" equals "ann". */
    boolean ignoresCase() {
        return ignoresCase;
    }

    abstract boolean allows(Comparison comparison, ProfileSchema schema);
}
