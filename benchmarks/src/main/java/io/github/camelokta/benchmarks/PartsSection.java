/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** The parts that only compute, each by itself, measured by JMH, which prints its own table. */
final class PartsSection implements Section {

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        rig.java().resolve("bin").resolve("java").toString(),
                        "-cp",
                        rig.classPath("parts"),
                        "org.openjdk.jmh.Main",
                        "-prof",
                        "gc",
                        "-f",
                        "1",
                        "-wi",
                        "3",
                        "-w",
                        "1",
                        "-i",
                        Integer.toString(settings.rounds()),
                        "-r",
                        "1",
                        "-bm",
                        "avgt",
                        "-tu",
                        "ns")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("JMH ended with " + code);
        }
        return List.of();
    }
}
