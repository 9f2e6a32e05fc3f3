/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured of one thing in some rounds, of which the median counts.
 *
 * @param what was measured
 * @param unit of the figures; may be empty
 * @param most the target: the largest figure that meets it; null without a target
 */
record Figure(String what, String unit, Double most, List<Double> rounds) {

    Figure {
        rounds = List.copyOf(rounds);
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Whether the target, if there is one, is missed. */
    boolean isMissed() {
        return most != null && median() > most;
    }

    /** A line of a table. */
    String line() {
        String verdict = isMissed() ? "MISSED" : "met";
        return String.format(
                Locale.ROOT,
                "%-58s %12s %12s %-7s %s",
                what,
                most == null ? "" : "<= " + text(most),
                text(median()) + " " + unit,
                most == null ? "" : verdict,
                rounds.stream().map(Figure::text).collect(Collectors.joining(" ", "[", "]")));
    }

    static String heading() {
        return String.format(Locale.ROOT, "%-58s %12s %12s %-7s %s", "", "target", "median", "", "rounds");
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    }
}
