/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts subjects, each with the class path that its build wrote down. */
final class Rig {
    private static final String PACKAGE = "io.github.camelokta.benchmarks.";
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

    private final Path java;
    private final Path subjects;

    /**
     * @param java the home of the JDK
     * @param subjects the directory of the subjects' modules
     */
    Rig(Path java, Path subjects) {
        this.java = java;
        this.subjects = subjects;
    }

    Rig with(Path otherJava) {
        return new Rig(otherJava, subjects);
    }

    Path java() {
        return java;
    }

    /** The jars behind a module's own classes. */
    List<String> jars(String module) throws IOException {
        String written = Files.readString(
                        subjects.resolve(module).resolve("target").resolve("classpath.txt"))
                .strip();
        return List.of(written.split(File.pathSeparator));
    }

    String classPath(String module) throws IOException {
        Path classes = subjects.resolve(module).resolve("target").resolve("classes");
        return classes + File.pathSeparator + String.join(File.pathSeparator, jars(module));
    }

    /** Starts a subject and waits for its first answer. */
    ChildProcess start(Contender contender, Stub stub, List<String> jvm) throws IOException {
        ChildProcess process = ChildProcess.start(
                java,
                jvm,
                classPath(contender.module()),
                PACKAGE + contender.main(),
                List.of(stub.url(), contender.option()));
        process.next();
        return process;
    }

    /** Starts several, with a heap that is large enough for all that they do. */
    Map<Contender, ChildProcess> startAll(List<Contender> contenders, Stub stub) throws IOException {
        Map<Contender, ChildProcess> processes = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            processes.put(contender, start(contender, stub, HEAP));
        }
        return processes;
    }

    static void closeAll(Map<Contender, ChildProcess> processes) throws IOException, InterruptedException {
        for (ChildProcess process : processes.values()) {
            process.close();
        }
    }

    /** Each round begins with another one, so that none has always the same before it. */
    static List<Contender> rotated(List<Contender> contenders, int round) {
        List<Contender> rotated = new ArrayList<>(contenders);
        Collections.rotate(rotated, -round);
        // What the others are divided by comes first in any case.
        if (rotated.remove(Contender.BARE)) {
            rotated.add(0, Contender.BARE);
        }
        return rotated;
    }
}
