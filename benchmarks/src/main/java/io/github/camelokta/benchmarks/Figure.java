/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured of one thing in some rounds, of which the median counts. */
record Figure(List<Double> rounds) {

    Figure {
        rounds = List.copyOf(rounds);
    }

    Figure and(double value) {
        List<Double> more = new ArrayList<>(rounds);
        more.add(value);
        return new Figure(more);
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and the least and the largest. */
    String text() {
        String least = text(rounds.stream().min(Double::compare).orElseThrow());
        String most = text(rounds.stream().max(Double::compare).orElseThrow());
        return least.equals(most) ? text(median()) : text(median()) + " [" + least + "-" + most + "]";
    }

    static String text(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
