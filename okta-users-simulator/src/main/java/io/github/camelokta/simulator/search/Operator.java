/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import java.util.Arrays;
import java.util.Optional;

/** The operators of Okta's query expressions; there is no {@code ne} and no {@code not}. */
public enum Operator {
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
