/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** What more callers do, on platform threads and on virtual ones of the newest JDK. */
final class CallersSection implements Section {
    static final String AT_ONCE = "calls a second";
    static final String DELAYED = "calls a second, answers after 100 ms";
    static final List<Integer> CALLERS = List.of(1, 4, 16, 64, 256);
    static final List<String> THREADS = List.of("platform", "virtual");
    private static final int SOME_USERS = 10_000;
    private static final int VIRTUAL_SINCE = 21;
    private static final Contender WIDE =
            new Contender("wide", Contender.MAP.module(), Contender.MAP.main(), "connections=256");

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        int version = Jdks.feature(settings.newest());
        Sheet sheet = new Sheet("get, by callers, with 256 connections, Java " + version);
        try (Stub stub = Stub.start();
                ChildProcess process = rig.with(settings.newest()).start(WIDE, stub, List.of("-Xms512m", "-Xmx512m"))) {
            process.ask("load op=get callers=8 millis=5000");
            for (int round = 0; round < settings.rounds(); round++) {
                for (String threads : version < VIRTUAL_SINCE ? THREADS.subList(0, 1) : THREADS) {
                    for (int callers : CALLERS) {
                        for (int delay : List.of(0, 100)) {
                            stub.set(SOME_USERS, delay);
                            Values values =
                                    process.ask("load op=get callers=" + callers + " millis=1500 threads=" + threads);
                            String row = row(callers, threads);
                            sheet.note(row, delay == 0 ? AT_ONCE : DELAYED, values.number("perSecond"));
                            if (delay == 0) {
                                sheet.note(row, LoadSection.CPU, values.number("cpu"));
                                sheet.note(row, LoadSection.BYTES, values.number("bytes"));
                            }
                            sheet.note(row, "failures", values.number("failures"));
                        }
                    }
                }
            }
        }
        return List.of(sheet);
    }

    static String row(int callers, String threads) {
        return callers + " on " + threads + " threads";
    }
}
