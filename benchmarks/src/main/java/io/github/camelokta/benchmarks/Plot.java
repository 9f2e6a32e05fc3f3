/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the ratios to the bare client as bars, one group for each column of ratios that was measured. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int LEFT = 170;
    private static final int BAR = 16;
    private static final int GAP = 30;
    private static final String STYLE =
            "text{font:12px sans-serif;fill:#333}.b{fill:#9db4c0}.o{fill:#c8553d}.l{stroke:#333}";
    private static final List<String> RATIOS = List.of(LoadSection.BYTES_RATIO, LoadSection.CPU_RATIO);

    private final List<Sheet> sheets;

    Plot(List<Sheet> sheets) {
        this.sheets = sheets.stream()
                .filter(sheet -> sheet.title().contains("64 callers, answers after 0")
                        || sheet.title().equals(ListSection.TITLE))
                .toList();
    }

    /** Nothing is written if none of the ratios was measured. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        double most = sheets.stream()
                .flatMap(sheet ->
                        sheet.rows().stream().flatMap(row -> RATIOS.stream().map(ratio -> sheet.figure(row, ratio))))
                .filter(figure -> figure != null)
                .mapToDouble(Figure::median)
                .max()
                .orElse(0);
        if (most == 0) {
            return;
        }
        double scale = (WIDTH - LEFT - GAP * 2) / most;
        int y = GAP;
        for (Sheet sheet : sheets) {
            for (String ratio : RATIOS) {
                String measure = ratio.equals(LoadSection.BYTES_RATIO) ? "bytes allocated" : "processor time";
                lines.add(text(0, y, sheet.title() + ": " + measure + ", by HttpClient's"));
                y += BAR / 2;
                for (String row : sheet.rows()) {
                    Figure figure = sheet.figure(row, ratio);
                    if (figure != null) {
                        lines.add(bar(row, figure.median(), scale, y));
                        y += BAR + 2;
                    }
                }
                y += GAP;
            }
        }
        double one = LEFT + scale;
        lines.add(String.format(
                Locale.ROOT,
                "<line class=\"l\" x1=\"%.0f\" y1=\"%d\" x2=\"%.0f\" y2=\"%d\"/>",
                one,
                GAP,
                one,
                y - GAP));
        Files.writeString(file, svg(lines, y));
    }

    private static String bar(String row, double value, double scale, int y) {
        String kind = row.startsWith("okta-users") ? "o" : "b";
        return text(0, y + BAR - 4, row)
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\"/>",
                        kind,
                        LEFT,
                        y,
                        value * scale,
                        BAR)
                + text((int) (LEFT + value * scale + 4), y + BAR - 4, Figure.text(value));
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>";
    }

    private static String svg(List<String> lines, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\">\n<style>"
                + STYLE + "</style>\n" + String.join("\n", lines) + "\n</svg>\n";
    }
}
