/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws the ratios to the bare client as bars, one group for each column of ratios that was measured. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int LEFT = 170;
    private static final int BAR = 16;
    private static final int GAP = 30;
    private static final List<String> RATIOS = List.of(LoadSection.BYTES_RATIO, LoadSection.CPU_RATIO);

    private final List<Sheet> sheets;
    private final Svg svg = new Svg();

    Plot(List<Sheet> sheets) {
        this.sheets = sheets.stream()
                .filter(sheet -> sheet.title().contains("64 callers, answers after 0")
                        || sheet.title().equals(ListSection.TITLE))
                .toList();
    }

    /** Nothing is written if none of the ratios was measured. */
    void write(Path file) throws IOException {
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
                svg.text(0, y, sheet.title() + ": " + measure + ", by HttpClient's");
                y += BAR / 2;
                for (String row : sheet.rows()) {
                    Figure figure = sheet.figure(row, ratio);
                    if (figure != null) {
                        bar(row, figure.median(), scale, y);
                        y += BAR + 2;
                    }
                }
                y += GAP;
            }
        }
        double one = LEFT + scale;
        svg.line("l", new Svg.Point(one, GAP), new Svg.Point(one, y - GAP));
        svg.write(file, WIDTH, y);
    }

    private void bar(String row, double value, double scale, int y) {
        svg.text(0, y + BAR - 4, row);
        svg.bar(row.startsWith("okta-users") ? "o" : "b", LEFT, y, value * scale, BAR);
        svg.text(LEFT + value * scale + 4, y + BAR - 4, Figure.text(value));
    }
}
