/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** From the start of the JVM to the first answer, and the class path that this takes. */
final class ColdSection implements Section {
    private static final double MEGABYTE = 1e6;
    private static final int MORE_ROUNDS = 2;
    /** What the rig itself puts on class paths. */
    private static final String RIGS_OWN = "camel-okta-users-benchmark-";

    private static final String MILLIS = "ms";
    private static final String RATIO = "by Camel HTTP's";
    private static final String SIZE = "MB of jars";
    private static final List<Contender> STARTED =
            List.of(Contender.CAMEL_HTTP, Contender.BARE, Contender.SDK, Contender.MAP);

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet sheet = new Sheet("cold start, to the first answer");
        try (Stub stub = Stub.start()) {
            for (int round = 0; round < settings.rounds() + MORE_ROUNDS; round++) {
                for (Contender contender : STARTED) {
                    long start = System.nanoTime();
                    try (ChildProcess process = rig.start(contender, stub, List.of())) {
                        double millis = (System.nanoTime() - start) / 1e6;
                        sheet.note(contender.name(), MILLIS, millis);
                        sheet.note(contender.name(), RATIO, millis / sheet.last(Contender.CAMEL_HTTP.name(), MILLIS));
                    }
                }
            }
        }
        for (Contender contender : STARTED) {
            List<String> jars = rig.jars(contender.module()).stream()
                    .filter(jar -> !jar.contains(RIGS_OWN))
                    .toList();
            sheet.note(contender.name(), "jars", jars.size());
            sheet.note(
                    contender.name(),
                    SIZE,
                    jars.stream().mapToLong(jar -> new File(jar).length()).sum() / MEGABYTE);
        }
        double room = sheet.last(Contender.CAMEL_HTTP.name(), SIZE) + 2;
        return List.of(sheet.target(Contender.MAP.name(), RATIO, Target.atMost(1.05))
                .target(Contender.MAP.name(), SIZE, Target.atMost(room)));
    }
}
