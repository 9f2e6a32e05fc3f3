/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Draws how time and memory grow with the users of a list, and calls a second with the callers. Both axes are logarithmic. */
final class Curves {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int LEFT = 70;
    private static final int RIGHT = 540;
    private static final int TOP = 30;
    private static final int BOTTOM = 180;
    /** Where nothing measurable is alive: there is no logarithm of nothing. */
    private static final double LEAST = 0.01;

    private final List<Sheet> sheets;
    private final Svg svg = new Svg();
    private int panels;

    Curves(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    /** Nothing is written if none of the curves was measured. */
    void write(Path file) throws IOException {
        lists("seconds by users in the list, an exchange for each", GrowthSection.SECONDS);
        lists("MB alive over idle, by users in the list", GrowthSection.ALIVE);
        calls("calls a second by callers, answers at once", CallersSection.AT_ONCE);
        calls("calls a second by callers, answers after 100 ms", CallersSection.DELAYED);
        if (panels > 0) {
            svg.write(file, WIDTH, panels * HEIGHT);
        }
    }

    private void lists(String title, String column) {
        Map<String, Map<Integer, Double>> curves = new LinkedHashMap<>();
        for (Contender contender : GrowthSection.LISTERS) {
            curves.put(
                    contender.name(), curve(GrowthSection.USERS, column, users -> GrowthSection.row(users, contender)));
        }
        panel(title, curves);
    }

    private void calls(String title, String column) {
        Map<String, Map<Integer, Double>> curves = new LinkedHashMap<>();
        for (String threads : CallersSection.THREADS) {
            curves.put(
                    threads + " threads",
                    curve(CallersSection.CALLERS, column, callers -> CallersSection.row(callers, threads)));
        }
        panel(title, curves);
    }

    private Map<Integer, Double> curve(List<Integer> steps, String column, IntFunction<String> row) {
        Map<Integer, Double> curve = new TreeMap<>();
        for (int step : steps) {
            sheets.stream()
                    .map(sheet -> sheet.figure(row.apply(step), column))
                    .filter(figure -> figure != null)
                    .findFirst()
                    .ifPresent(figure -> curve.put(step, Math.max(LEAST, figure.median())));
        }
        return curve;
    }

    private void panel(String title, Map<String, Map<Integer, Double>> curves) {
        curves.values().removeIf(Map::isEmpty);
        if (curves.isEmpty()) {
            return;
        }
        int above = HEIGHT * panels++;
        Axis across = Axis.around(
                curves.values().stream()
                        .flatMap(curve -> curve.keySet().stream())
                        .map(Integer::doubleValue)
                        .toList(),
                LEFT,
                RIGHT);
        Axis up = Axis.around(
                curves.values().stream()
                        .flatMap(curve -> curve.values().stream())
                        .toList(),
                above + BOTTOM,
                above + TOP);
        svg.text(LEFT, above + TOP - 12, title);
        for (double tick : across.ticks()) {
            svg.line("g", new Svg.Point(across.place(tick), up.from()), new Svg.Point(across.place(tick), up.to()));
            svg.text("m", across.place(tick), up.from() + 16, tick(tick));
        }
        for (double tick : up.ticks()) {
            svg.line("g", new Svg.Point(LEFT, up.place(tick)), new Svg.Point(RIGHT, up.place(tick)));
            svg.text("e", LEFT - 6, up.place(tick) + 4, tick(tick));
        }
        int series = 0;
        for (Map.Entry<String, Map<Integer, Double>> curve : curves.entrySet()) {
            double label = above + TOP + 16.0 * series;
            svg.line("s" + series, new Svg.Point(RIGHT + 12, label - 4), new Svg.Point(RIGHT + 32, label - 4));
            svg.text(RIGHT + 38, label, curve.getKey());
            svg.lines(
                    "s" + series++,
                    curve.getValue().entrySet().stream()
                            .map(point -> new Svg.Point(across.place(point.getKey()), up.place(point.getValue())))
                            .toList());
        }
    }

    private static String tick(double value) {
        return value < 1 ? Figure.text(value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
