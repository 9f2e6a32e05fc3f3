/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves is removed by the next run, and what is in use is not. */
class SpillDirectoryTest {
    @TempDir
    Path temp;

    /** In a JVM of its own: makes a directory, says so, and waits to be killed. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            new SpillDirectory(Path.of(args[0])).file("wanted").writer().close();
            System.out.println("ready");
            System.in.read();
        }
    }

    @Test
    void the_directory_of_a_killed_process_is_removed_and_that_of_a_living_one_stays() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("ready");
            Path held = only();
            age(held);

            new SpillDirectory(temp).close();
            new SpillDirectory(temp).close();
            assertThat(held).as("in use").isDirectory();

            holder.destroyForcibly();
            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
            new SpillDirectory(temp).close();
            assertThat(temp).isEmptyDirectory();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void the_directories_of_other_runs_of_this_process_stay() throws Exception {
        try (SpillDirectory first = new SpillDirectory(temp)) {
            first.file("wanted").writer().close();
            age(only());
            new SpillDirectory(temp).close();
            new SpillDirectory(temp).close();
            assertThat(only()).isNotEmptyDirectory();
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void what_others_keep_there_stays() throws Exception {
        Path plan = Files.createFile(temp.resolve("okta-users-plan-1.jsonl"));
        Path other = Files.createDirectory(temp.resolve("okta-users-"));
        Path strange = Files.createDirectory(temp.resolve("something"));
        age(other);
        new SpillDirectory(temp).close();
        assertThat(temp.toFile().list())
                .containsExactlyInAnyOrder(
                        plan.getFileName().toString(),
                        other.getFileName().toString(),
                        strange.getFileName().toString());
    }

    private Path only() throws IOException {
        try (var all = Files.list(temp)) {
            return all.findFirst().orElseThrow();
        }
    }

    private static void age(Path directory) throws IOException {
        FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
        try (var all = Files.list(directory)) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
    }
}
