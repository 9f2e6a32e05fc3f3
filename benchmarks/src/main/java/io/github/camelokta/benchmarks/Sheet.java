/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects figures round by round, in the order in which they were first noted. */
final class Sheet {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** Notes a figure of a round that has no target. */
    void note(String what, String unit, double value) {
        note(what, unit, null, value);
    }

    /** @param most the target; null without one */
    void note(String what, String unit, Double most, double value) {
        figures.merge(what, new Figure(what, unit, most, List.of(value)), Sheet::joined);
    }

    private static Figure joined(Figure before, Figure now) {
        List<Double> rounds = new ArrayList<>(before.rounds());
        rounds.addAll(now.rounds());
        return new Figure(before.what(), before.unit(), before.most(), rounds);
    }

    List<Figure> figures() {
        return List.copyOf(figures.values());
    }
}
