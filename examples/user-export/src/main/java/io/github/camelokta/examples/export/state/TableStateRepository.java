/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps states as rows of the table {@code camel_state}, which is made at start if it is not there. Works on H2 and PostgreSQL.
 * Nothing is cached, so that a stand-by on the same database goes on where the other stopped. A key has at most 400 characters.
 */
public final class TableStateRepository extends ServiceSupport implements StateRepository<String, String> {
    private static final String CREATE = "CREATE TABLE IF NOT EXISTS camel_state"
            + " (state_key VARCHAR(400) PRIMARY KEY, state_value TEXT NOT NULL)";
    private static final String SELECT = "SELECT state_value FROM camel_state WHERE state_key = ?";
    private static final String UPDATE = "UPDATE camel_state SET state_value = ? WHERE state_key = ?";
    private static final String INSERT = "INSERT INTO camel_state (state_value, state_key) VALUES (?, ?)";
    private static final String INTEGRITY = "23";

    private final DataSource database;

    public TableStateRepository(DataSource database) {
        this.database = database;
    }

    /** @throws IllegalStateException if the table is not there and cannot be made */
    @Override
    protected void doStart() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw failed("made", e);
        }
    }

    /** @return null if this state was never set */
    @Override
    public String getState(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            connection.setAutoCommit(true);
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    /** When this returns, the state is committed. Each statement is a transaction of its own, and does all that is to be done. */
    @Override
    public void setState(String key, String value) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            while (!run(connection, UPDATE, key, value) && !insert(connection, key, value)) {
                // Somebody else inserted it in between; now it can be updated.
            }
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    private static boolean insert(Connection connection, String key, String value) throws SQLException {
        try {
            return run(connection, INSERT, key, value);
        } catch (SQLException e) {
            if (isThereAlready(e) && exists(connection, key)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isThereAlready(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY);
    }

    private static boolean exists(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean run(Connection connection, String sql, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setString(2, key);
            return statement.executeUpdate() > 0;
        }
    }

    private static IllegalStateException failed(String how, SQLException e) {
        return new IllegalStateException(
                "The table camel_state cannot be " + how + ": look at the database and the rights in it", e);
    }
}
