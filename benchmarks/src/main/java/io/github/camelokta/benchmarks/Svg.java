/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture that is drawn shape by shape. Classes are those of its style: {@code o} is ours, {@code b} another, {@code l} a line. */
final class Svg {
    private static final String STYLE =
            "text{font:12px sans-serif;fill:#333}.b{fill:#9db4c0}.o{fill:#c8553d}.l{stroke:#333}"
                    + ".g{stroke:#ddd}polyline{fill:none;stroke-width:2}.s0{stroke:#c8553d}.s1{stroke:#2b6777}.s2{stroke:#8a9a5b}"
                    + ".e{text-anchor:end}.m{text-anchor:middle}";

    private final List<String> shapes = new ArrayList<>();

    /** A point of a line. */
    record Point(double x, double y) {}

    void text(double x, double y, String text) {
        text("", x, y, text);
    }

    /** @param style {@code e} ends at the point, {@code m} has its middle there */
    void text(String style, double x, double y, String text) {
        shape("<text class=\"%s\" x=\"%.0f\" y=\"%.0f\">%s</text>", style, x, y, text);
    }

    void bar(String style, double x, double y, double width, double height) {
        shape("<rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>", style, x, y, width, height);
    }

    void line(String style, Point from, Point to) {
        shape(
                "<line class=\"%s\" x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\"/>",
                style, from.x(), from.y(), to.x(), to.y());
    }

    void lines(String style, List<Point> points) {
        String joined = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        shape("<polyline class=\"%s\" points=\"%s\"/>", style, joined);
    }

    private void shape(String form, Object... values) {
        shapes.add(String.format(Locale.ROOT, form, values));
    }

    void write(Path file, int width, int height) throws IOException {
        Files.writeString(
                file,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\">\n<style>"
                        + STYLE + "</style>\n" + String.join("\n", shapes) + "\n</svg>\n");
    }
}
