/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.List;

/** The parts of the benchmarks by name. */
final class Sections {
    static final List<String> NAMES =
            List.of("load", "list", "heap", "overlap", "rate", "cold", "callers", "growth", "parts");

    private Sections() {}

    static Section of(String name) {
        return switch (name) {
            case "load" -> new LoadSection();
            case "list" -> new ListSection();
            case "heap" -> new HeapSection();
            case "overlap" -> new OverlapSection();
            case "rate" -> new RateSection();
            case "cold" -> new ColdSection();
            case "callers" -> new CallersSection();
            case "growth" -> new GrowthSection();
            case "parts" -> new PartsSection();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
