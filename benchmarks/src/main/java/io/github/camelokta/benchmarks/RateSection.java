/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** More suspends than a window of the rate limit lets pass: by one JVM, and by two that know nothing of each other. */
final class RateSection implements Section {
    private static final int WIDE = 1_000_000;
    private static final int LIMIT = 60;
    private static final int WINDOW_SECONDS = 5;
    private static final int CALLS = 200;
    private static final int CALLERS = 8;
    private static final int INTO_WINDOW = 30;
    private static final List<Contender> CALLING =
            List.of(Contender.BARE, Contender.SDK, Contender.CAMEL_HTTP, Contender.MAP);

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet one = new Sheet("200 suspends, 60 in 5 s, 8 callers (ideal: 15.0 s)");
        Sheet two = new Sheet("the same shared by two JVMs with one token");
        for (int round = 0; round < settings.rounds(); round++) {
            for (Contender contender : Rig.rotated(CALLING, round)) {
                measure(one, rig, contender, 1);
                measure(two, rig, contender, 2);
            }
        }
        String ours = Contender.MAP.name();
        return List.of(
                one.target(ours, "s", Target.atMost(15.3))
                        .target(ours, "failed calls", Target.atMost(0))
                        .target(ours, "answers of 429", Target.atMost(0)),
                two.target(ours, "failed calls", Target.atMost(0)));
    }

    private static void measure(Sheet sheet, Rig rig, Contender contender, int jvms)
            throws IOException, InterruptedException {
        List<ChildProcess> processes = new ArrayList<>();
        try (Stub stub = Stub.start()) {
            // The windows end when they will end later too: no server takes back what it has said of a window.
            stub.limit(WIDE, WINDOW_SECONDS);
            for (int i = 0; i < jvms; i++) {
                ChildProcess process = rig.start(contender, stub, List.of("-Xmx512m"));
                processes.add(process);
                process.ask("load op=suspend callers=" + CALLERS + " millis=1000");
            }
            stub.limit(LIMIT, WINDOW_SECONDS);
            awaitWindow();
            List<Values> answers = inParallel(processes, "rate calls=" + CALLS / jvms + " callers=" + CALLERS / jvms);
            sheet.note(
                    contender.name(),
                    "s",
                    answers.stream()
                            .mapToDouble(values -> values.number("seconds"))
                            .max()
                            .orElseThrow());
            sheet.note(
                    contender.name(),
                    "failed calls",
                    answers.stream()
                            .mapToDouble(values -> values.number("failed"))
                            .sum());
            sheet.note(contender.name(), "answers of 429", stub.counts().number("refusals"));
        } finally {
            for (ChildProcess process : processes) {
                process.close();
            }
        }
    }

    private static void awaitWindow() throws InterruptedException {
        long window = TimeUnit.SECONDS.toMillis(WINDOW_SECONDS);
        TimeUnit.MILLISECONDS.sleep(window - System.currentTimeMillis() % window + INTO_WINDOW);
    }

    private static List<Values> inParallel(List<ChildProcess> processes, String command) {
        List<CompletableFuture<Values>> asked = processes.stream()
                .map(process ->
                        CompletableFuture.supplyAsync(() -> asked(process, command), task -> new Thread(task).start()))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static Values asked(ChildProcess process, String command) {
        try {
            return process.ask(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
