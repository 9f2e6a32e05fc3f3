/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A parsed query expression. */
public sealed interface Condition {

    /** All of the parts hold. */
    record And(List<Condition> parts) implements Condition {}

    /** One of the parts holds. */
    record Or(List<Condition> parts) implements Condition {}

    /**
     * A property compared with a value.
     *
     * @param value text, number or boolean; null for {@code pr}
     */
    record Comparison(String property, Operator operator, Object value) implements Condition {}

    /** The operators of Okta's query expressions; there is no {@code ne} and no {@code not}. */
    enum Operator {
        EQ,
        SW,
        CO,
        GT,
        GE,
        LT,
        LE,
        PR;

        /** The operator of this name, in either case. */
        static Optional<Operator> named(String name) {
            return Arrays.stream(values())
                    .filter(operator -> operator.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        /** Whether a comparison (less, equal or greater than 0) satisfies an ordering operator. */
        boolean accepts(int comparison) {
            return switch (this) {
                case EQ -> comparison == 0;
                case GT -> comparison > 0;
                case GE -> comparison >= 0;
                case LT -> comparison < 0;
                case LE -> comparison <= 0;
                case SW, CO, PR -> false;
            };
        }
    }
}
