/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

/**
 * What a figure is to reach.
 *
 * @param atMost whether it may not be more, or not less
 */
record Target(double bound, boolean atMost) {

    static Target atMost(double bound) {
        return new Target(bound, true);
    }

    static Target atLeast(double bound) {
        return new Target(bound, false);
    }

    boolean isMissedBy(Figure figure) {
        return atMost ? figure.median() > bound : figure.median() < bound;
    }

    String text() {
        return (atMost ? "<= " : ">= ") + Figure.text(bound);
    }
}
