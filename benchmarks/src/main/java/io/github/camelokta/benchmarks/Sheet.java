/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of figures: a row for each subject, a column for each measure. Filled round by round. */
final class Sheet {
    private final String title;
    private final Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Target>> targets = new LinkedHashMap<>();

    Sheet(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Notes a figure of a round. */
    void note(String row, String column, double value) {
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>())
                .merge(column, new Figure(List.of(value)), (before, now) -> before.and(value));
    }

    Sheet target(String row, String column, Target target) {
        targets.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, target);
        return this;
    }

    /** The value that was noted last. */
    double last(String row, String column) {
        List<Double> rounds = rows.get(row).get(column).rounds();
        return rounds.get(rounds.size() - 1);
    }

    /** Null if there is none. */
    Figure figure(String row, String column) {
        return rows.getOrDefault(row, Map.of()).get(column);
    }

    Set<String> rows() {
        return rows.keySet();
    }

    /** The targets that were missed, in words. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        targets.forEach((row, columns) -> columns.forEach((column, target) -> {
            Figure figure = figure(row, column);
            if (figure != null && target.isMissedBy(figure)) {
                missed.add(title + ": " + row + ": " + column + " " + figure.text() + ", target " + target.text());
            }
        }));
        return missed;
    }

    /** As a table of AsciiDoc. */
    String text() {
        Set<String> columns = new LinkedHashSet<>();
        rows.values().forEach(row -> columns.addAll(row.keySet()));
        String head = "| | " + String.join(" | ", columns) + "\n";
        String body = rows.keySet().stream()
                .map(row -> "| " + row + " | "
                        + columns.stream().map(column -> cell(row, column)).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
        return "." + title + "\n[%autowidth,options=header]\n|===\n" + head + "\n" + body + "\n|===\n";
    }

    private String cell(String row, String column) {
        Figure figure = figure(row, column);
        Target target = targets.getOrDefault(row, Map.of()).get(column);
        String text = figure == null ? "" : figure.text();
        return figure == null || target == null
                ? text
                : text + " (" + target.text() + (target.isMissedBy(figure) ? ": missed)" : ": met)");
    }
}
