/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.stream.Stream;

/** Runs the benchmarks, round by round, and prints a table of each. */
public final class Benchmarks {
    private final Settings settings;

    private Benchmarks(Settings settings) {
        this.settings = settings;
    }

    /** @param args those of {@link Settings#of} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.of(args);
        boolean missed = new Benchmarks(settings).run();
        if (missed && settings.check()) {
            System.exit(1);
        }
    }

    /** @return whether a target was missed */
    private boolean run() throws IOException, InterruptedException {
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version() + ", "
                + settings.rounds() + " rounds");
        boolean missed = false;
        for (String name : settings.only()) {
            Sheet sheet = new Sheet();
            Round round = round(name, sheet);
            for (int i = 0; i < settings.rounds(); i++) {
                round.run();
            }
            missed |= sheet.figures().stream().anyMatch(Figure::isMissed);
            System.out.println();
            Stream.concat(
                            Stream.of(name, Figure.heading()),
                            sheet.figures().stream().map(Figure::line))
                    .forEach(System.out::println);
        }
        return missed;
    }

    private interface Round {
        void run() throws IOException, InterruptedException;
    }

    private Round round(String name, Sheet sheet) {
        return switch (name) {
            case "memory" -> new MemoryBenchmark(sheet, settings.users())::round;
            case "prefetch" -> new PrefetchBenchmark(sheet)::round;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
