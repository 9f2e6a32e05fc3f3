/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.export.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableStateRepositoryTest {
    private static final String KEY = "okta-users/acme.okta.com/list/hr";

    private HikariDataSource database;
    private TableStateRepository repository;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.open(true);
        repository = repository();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TableStateRepository repository() {
        TableStateRepository started = new TableStateRepository(database);
        started.start();
        return started;
    }

    @Test
    void a_state_is_there_after_a_restart_and_others_are_left_alone() {
        assertThat(repository.getState(KEY)).isNull();
        repository.setState(KEY, "one");
        repository.setState("other", "x");
        repository.setState(KEY, "two = 2 | ü" + "x".repeat(3_000_000));
        repository.stop();

        assertThat(repository().getState(KEY)).isEqualTo("two = 2 | ü" + "x".repeat(3_000_000));
        assertThat(repository().getState("other")).isEqualTo("x");
    }

    @Test
    void what_somebody_else_wrote_is_read() {
        TableStateRepository standBy = repository();
        repository.setState(KEY, "one");
        assertThat(standBy.getState(KEY)).isEqualTo("one");
        repository.setState(KEY, "two");

        assertThat(standBy.getState(KEY)).isEqualTo("two");
    }

    @Test
    void it_is_committed_also_where_the_pool_does_not() throws SQLException {
        database.close();
        database = TestDatabase.open(false);
        repository = repository();

        repository.setState(KEY, "one");

        assertThat(repository.getState(KEY)).isEqualTo("one");
    }

    @Test
    void two_who_write_the_first_state_at_once_do_not_fail() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                String key = "key" + round;
                CountDownLatch together = new CountDownLatch(1);
                List<Future<?>> writers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String value = "value" + i;
                    writers.add(threads.submit(() -> {
                        together.await();
                        repository.setState(key, value);
                        return null;
                    }));
                }
                together.countDown();
                for (Future<?> writer : writers) {
                    writer.get();
                }
                assertThat(repository.getState(key)).startsWith("value");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_the_table_cannot_hold_fails_and_leaves_the_old_state() {
        repository.setState(KEY, "one");

        assertThatThrownBy(() -> repository.setState(KEY, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> repository.setState("k".repeat(401), "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The table camel_state cannot be written");
        assertThat(repository.getState(KEY)).isEqualTo("one");
    }

    @Test
    void a_table_that_is_not_there_is_told_of_and_not_taken_for_a_first_start() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE camel_state");
        }

        assertThatThrownBy(() -> repository.getState(KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The table camel_state cannot be read: look at the database and the rights in it");
    }
}
