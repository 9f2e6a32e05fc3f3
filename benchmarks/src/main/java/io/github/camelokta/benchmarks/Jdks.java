/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the JDKs that are installed beside the one that runs this. */
final class Jdks {
    private static final String VERSION = "JAVA_VERSION=\"";

    private Jdks() {}

    /** The home of the newest; the one that runs this if there is no other. */
    static Path newest() {
        Path home = Path.of(System.getProperty("java.home"));
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            return siblings.filter(jdk -> feature(jdk) > 0)
                    .max(Comparator.comparingInt(Jdks::feature))
                    .orElse(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The feature version of a JDK, as 17; 0 if there is none at that place. */
    static int feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(release)) {
            Optional<String> version = lines.filter(line -> line.startsWith(VERSION))
                    .map(line -> line.substring(VERSION.length(), line.length() - 1))
                    .findFirst();
            return version.map(Runtime.Version::parse)
                    .map(Runtime.Version::feature)
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
