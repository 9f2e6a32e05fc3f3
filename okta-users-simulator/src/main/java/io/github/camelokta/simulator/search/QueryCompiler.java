/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.org.ProfileSchema;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.search.Condition.And;
import io.github.camelokta.simulator.search.Condition.Comparison;
import io.github.camelokta.simulator.search.Condition.Operator;
import io.github.camelokta.simulator.search.Condition.Or;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Turns a condition into a test of users, having checked it against its language. */
public final class QueryCompiler {
    private final Language language;
    private final ProfileSchema schema;

    /** Compiles for one language and the org's schema. */
    public QueryCompiler(Language language, ProfileSchema schema) {
        this.language = language;
        this.schema = schema;
    }

    /**
     * The test that {@code expression} states.
     *
     * @throws OktaRefusal 400 E0000031 when it is malformed or not allowed in the language
     */
    public Predicate<UserState> compile(String expression) {
        return compile(ExpressionParser.parse(expression));
    }

    private Predicate<UserState> compile(Condition condition) {
        if (condition instanceof And and) {
            return and.parts().stream()
                    .map(this::compile)
                    .reduce(Predicate::and)
                    .orElseThrow();
        }
        if (condition instanceof Or or) {
            return or.parts().stream().map(this::compile).reduce(Predicate::or).orElseThrow();
        }
        Comparison comparison = (Comparison) condition;
        if (!language.allows(comparison, schema)) {
            throw OktaRefusal.of(
                    ErrorCode.E0000031,
                    "Not supported in " + language.name().toLowerCase(Locale.ROOT) + ": " + comparison.property() + " "
                            + comparison.operator().name().toLowerCase(Locale.ROOT));
        }
        return comparison(comparison);
    }

    private Predicate<UserState> comparison(Comparison comparison) {
        String property = comparison.property();
        if (comparison.operator() == Operator.PR) {
            return user -> UserProperties.value(user, property) != null;
        }
        if (UserProperties.isTime(property)) {
            long millis = millis(comparison.value());
            return user -> {
                long seconds = UserProperties.time(user, property);
                return seconds != 0 && comparison.operator().accepts(Long.compare(seconds * 1000, millis));
            };
        }
        return user -> matches(UserProperties.value(user, property), comparison.operator(), comparison.value());
    }

    private static long millis(Object value) {
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw OktaRefusal.of(ErrorCode.E0000031, "Not a date: " + value);
        }
    }

    private boolean matches(Object actual, Operator operator, Object expected) {
        if (actual instanceof List<?> list) {
            return list.stream().anyMatch(element -> matches(element, operator, expected));
        }
        if (actual instanceof Number number && expected instanceof BigDecimal wanted) {
            return operator.accepts(new BigDecimal(number.toString()).compareTo(wanted));
        }
        if (actual instanceof Boolean flag) {
            return operator == Operator.EQ && flag.equals(expected);
        }
        return actual instanceof String text
                && expected instanceof String wanted
                && textMatches(text, operator, wanted);
    }

    private boolean textMatches(String text, Operator operator, String wanted) {
        boolean ignoreCase = language.ignoresCase();
        return switch (operator) {
            case EQ -> ignoreCase ? text.equalsIgnoreCase(wanted) : text.equals(wanted);
            case SW -> text.regionMatches(ignoreCase, 0, wanted, 0, wanted.length());
            case CO -> contains(text, wanted, ignoreCase);
            default -> operator.accepts(ignoreCase ? text.compareToIgnoreCase(wanted) : text.compareTo(wanted));
        };
    }

    private static boolean contains(String text, String part, boolean ignoreCase) {
        for (int start = 0; start + part.length() <= text.length(); start++) {
            if (text.regionMatches(ignoreCase, start, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

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
}
