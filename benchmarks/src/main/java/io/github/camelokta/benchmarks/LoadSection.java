/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One user read or suspended after the other, by one caller and by 64. */
final class LoadSection implements Section {
    static final String CPU = "processor time, us a call";
    static final String CPU_RATIO = "by HttpClient";
    static final String BYTES = "allocated, B a call";
    static final String BYTES_RATIO = "by HttpClient's";
    static final String PER_SECOND = "calls a second";
    private static final int SOME_USERS = 10_000;
    private static final int MANY = 64;
    private static final int SLOW = 100;
    private static final List<String> WARMING = List.of(
            "load op=get callers=8 millis=5000",
            "load op=suspend callers=8 millis=5000",
            "load op=get callers=1 millis=2000",
            "load op=suspend callers=1 millis=2000",
            "load op=get callers=64 millis=1000",
            "load op=suspend callers=64 millis=1000");

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    static String title(String operation, int callers, int millis) {
        return operation + ", " + callers + (callers == 1 ? " caller" : " callers") + ", answers after " + millis
                + " ms";
    }

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        List<Contender> all = new ArrayList<>(Contender.ALL);
        all.addAll(List.of(Contender.SDK.stock(), Contender.CAMEL_HTTP.stock(), Contender.MAP.stock()));
        try (Stub stub = Stub.start()) {
            Map<Contender, ChildProcess> processes = rig.startAll(all, stub);
            for (Contender contender : Contender.ALL) {
                for (String command : WARMING) {
                    processes.get(contender).ask(command);
                }
            }
            for (int round = 0; round < settings.rounds(); round++) {
                for (int delay : List.of(0, SLOW)) {
                    stub.set(SOME_USERS, delay);
                    for (String operation : List.of("get", "suspend")) {
                        for (int callers : List.of(1, MANY)) {
                            boolean stock = delay == SLOW && callers == MANY;
                            for (Contender contender : Rig.rotated(stock ? all : Contender.ALL, round)) {
                                measure(processes.get(contender), contender, operation, callers, delay);
                            }
                        }
                    }
                }
            }
            Rig.closeAll(processes);
        }
        return targeted();
    }

    private void measure(ChildProcess process, Contender contender, String operation, int callers, int delay)
            throws IOException {
        Values values = process.ask("load op=" + operation + " callers=" + callers + " millis=1500");
        Sheet sheet = sheets.computeIfAbsent(title(operation, callers, delay), Sheet::new);
        String row = contender.name();
        sheet.note(row, PER_SECOND, values.number("perSecond"));
        sheet.note(row, "failures", values.number("failures"));
        if (delay == 0) {
            ratio(sheet, row, CPU, CPU_RATIO, values.number("cpu"));
            ratio(sheet, row, BYTES, BYTES_RATIO, values.number("bytes"));
        }
    }

    /** Notes a figure, and what it is by that of the bare client in the same round. */
    static void ratio(Sheet sheet, String row, String column, String ratio, double value) {
        sheet.note(row, column, value);
        sheet.note(row, ratio, value / sheet.last(Contender.BARE.name(), column));
    }

    private List<Sheet> targeted() {
        String map = Contender.MAP.name();
        String bytes = Contender.BYTES.name();
        for (int callers : List.of(1, MANY)) {
            sheets.get(title("get", callers, 0))
                    .target(map, BYTES_RATIO, Target.atMost(1.25))
                    .target(bytes, BYTES_RATIO, Target.atMost(1.0));
            sheets.get(title("suspend", callers, 0)).target(map, BYTES_RATIO, Target.atMost(1.2));
        }
        // With one caller it is the waking of threads that is measured.
        sheets.get(title("get", MANY, 0)).target(map, CPU_RATIO, Target.atMost(1.3));
        sheets.get(title("suspend", MANY, 0)).target(map, CPU_RATIO, Target.atMost(1.3));
        sheets.get(title("get", MANY, SLOW)).target(map, PER_SECOND, Target.atLeast(625));
        sheets.get(title("suspend", MANY, SLOW)).target(map, PER_SECOND, Target.atLeast(625));
        return List.copyOf(sheets.values());
    }
}
