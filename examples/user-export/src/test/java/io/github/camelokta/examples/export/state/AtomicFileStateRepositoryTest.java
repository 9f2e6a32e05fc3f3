/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileStateRepositoryTest {
    private static final String KEY = "okta-users/acme.okta.com/list/hr export ü";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path parent;

    private Path directory;
    private AtomicFileStateRepository repository;

    @BeforeEach
    void start() {
        directory = parent.resolve("states");
        repository = repository();
    }

    private AtomicFileStateRepository repository() {
        AtomicFileStateRepository started = new AtomicFileStateRepository(directory, Clock.fixed(NOW, ZoneOffset.UTC));
        started.start();
        return started;
    }

    @Test
    void a_state_is_there_after_a_restart_and_others_are_left_alone() {
        assertThat(repository.getState(KEY)).isNull();
        repository.setState(KEY, "one = 1 | ü");
        repository.setState("other", "");
        repository.setState(KEY, "two");
        repository.stop();

        assertThat(repository().getState(KEY)).isEqualTo("two");
        assertThat(repository().getState("other")).isEmpty();
    }

    @Test
    void what_somebody_else_wrote_is_read() {
        AtomicFileStateRepository standBy = repository();
        repository.setState(KEY, "one");
        assertThat(standBy.getState(KEY)).isEqualTo("one");
        repository.setState(KEY, "two");

        assertThat(standBy.getState(KEY)).isEqualTo("two");
    }

    @Test
    void a_write_that_was_torn_is_not_read_and_goes_when_it_is_old() throws IOException {
        repository.setState(KEY, "whole");
        Path old = temporary("old", NOW.minusSeconds(3_601));
        Path young = temporary("young", NOW.minusSeconds(3_599));

        assertThat(repository().getState(KEY)).isEqualTo("whole");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path temporary(String name, Instant modified) throws IOException {
        Path file = Files.writeString(directory.resolve(StateFile.nameOf(KEY) + "." + name + ".tmp"), "okta-us");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    @Test
    void nothing_is_left_beside_the_states() throws IOException {
        for (int i = 0; i < 10; i++) {
            repository.setState("a", "state " + i);
            repository.setState("b", "state " + i);
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.state", "b.state");
        }
    }

    @Test
    void a_failed_write_leaves_the_old_state_and_no_file() throws IOException {
        Files.createDirectories(directory.resolve("a.state").resolve("in the way"));

        assertThatThrownBy(() -> repository.setState("a", "new"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The state a cannot be written to " + directory)
                .hasMessageContaining("the one before it stands");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "key\n", "key\nval", "key\nval\nmore\n", "key\nval\n\n"})
    void a_file_that_is_not_whole_is_refused_and_not_taken_for_a_first_start(String content) throws IOException {
        Files.writeString(directory.resolve("key.state"), content);

        assertThatThrownBy(() -> repository.getState("key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The state in " + directory.resolve("key.state").toAbsolutePath()
                                + " cannot be used (it is not whole): make it readable or restore it, or delete it to begin anew");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_of() throws IOException {
        Files.createDirectory(directory.resolve("a.state"));
        Files.write(directory.resolve("b.state"), new byte[] {'b', '\n', (byte) 0xff, '\n'});
        Files.writeString(directory.resolve("c.state"), "C\nstate\n");

        assertThatThrownBy(() -> repository.getState("a")).hasMessageContaining("a.state cannot be used");
        assertThatThrownBy(() -> repository.getState("b")).hasMessageContaining("(it is not UTF-8)");
        assertThatThrownBy(() -> repository.getState("c")).hasMessageContaining("(it belongs to the key C)");
    }

    @Test
    void a_directory_is_made_but_not_the_one_it_is_in() {
        assertThat(directory).isDirectory();

        AtomicFileStateRepository deep =
                new AtomicFileStateRepository(parent.resolve("volume/states").toString());
        assertThatThrownBy(deep::start)
                .hasRootCauseInstanceOf(IOException.class)
                .hasStackTraceContaining("The directory of states "
                        + parent.resolve("volume/states").toAbsolutePath() + " cannot be used");
    }

    @Test
    void a_directory_that_went_is_not_taken_for_a_first_start() throws IOException {
        Files.delete(directory);

        assertThatThrownBy(() -> repository.getState(KEY)).hasMessageContaining("is gone: bring it back");
        assertThatThrownBy(() -> repository.setState(KEY, "x")).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a\nb", "a\r", "\ud800"})
    void what_a_file_cannot_hold_is_refused(String text) {
        repository.setState("key", "before");

        assertThatThrownBy(() -> repository.setState("key", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A state is text");
        assertThatThrownBy(() -> repository.setState(text, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A key is text");
        assertThat(repository.getState("key")).isEqualTo("before");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_key_makes_a_file_name(int length) {
        assertThatThrownBy(() -> repository.setState("k".repeat(length), "x"))
                .hasMessageEndingWith("and this one has " + length + ": give a shorter name");
        repository.setState("k".repeat(200), "x");
        repository.setState("..", "up");
        assertThat(repository.getState("..")).isEqualTo("up");
    }

    /** A link to nothing is listed and cannot be looked at, like a file that another writer renames in between. */
    @Test
    void a_temporary_file_that_vanishes_while_the_directory_is_read_is_no_failure() throws Exception {
        repository.setState("a", "x");
        Files.createSymbolicLink(directory.resolve("a.state.1.tmp"), directory.resolve("gone"));

        assertThat(repository().getState("a")).isEqualTo("x");
    }

    /** Two at each of two keys, while others read: a reader meets whole states only. */
    @Test
    void writers_do_not_get_in_each_others_way() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (String key : List.of("a", "a", "b", "b")) {
                AtomicFileStateRepository own = repository();
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        own.setState(key, key.repeat(1_000 + i));
                        assertThat(own.getState(key)).matches(key + "{1000,1049}");
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(repository.getState("a")).isEqualTo("a".repeat(1_049));
        assertThat(repository.getState("b")).isEqualTo("b".repeat(1_049));
    }
}
