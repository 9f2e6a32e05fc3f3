/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to places on a line, by their logarithms.
 *
 * @param least where the axis begins, above zero
 * @param most where it ends
 * @param from the place of the least
 * @param to the place of the most
 */
record Axis(double least, double most, double from, double to) {

    /** An axis from one power of ten to another, with all these values between them. */
    static Axis around(List<Double> values, double from, double to) {
        double least = values.stream().mapToDouble(value -> value).min().orElseThrow();
        double most = values.stream().mapToDouble(value -> value).max().orElseThrow();
        double low = Math.floor(Math.log10(least));
        return new Axis(Math.pow(10, low), Math.pow(10, Math.max(low + 1, Math.ceil(Math.log10(most)))), from, to);
    }

    double place(double value) {
        return from + (to - from) * Math.log(value / least) / Math.log(most / least);
    }

    /** The powers of ten on it. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long power = Math.round(Math.log10(least)); power <= Math.round(Math.log10(most)); power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
