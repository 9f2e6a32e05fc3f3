/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * An H2 in memory; or, where {@code EXPORT_TEST_DATABASE_URL}, {@code _USERNAME} and {@code _PASSWORD} name one, a PostgreSQL, of
 * which the tables okta_user and camel_state are dropped. H2's PostgreSQL mode is not used: it would prove nothing about PostgreSQL.
 */
public final class TestDatabase {

    private TestDatabase() {}

    /** @param autoCommit whether its connections commit by themselves */
    public static HikariDataSource open(boolean autoCommit) throws SQLException {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(environment("URL").orElse("jdbc:h2:mem:" + UUID.randomUUID()));
        environment("USERNAME").ifPresent(database::setUsername);
        environment("PASSWORD").ifPresent(database::setPassword);
        database.setAutoCommit(autoCommit);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("DROP TABLE IF EXISTS okta_user");
            statement.execute("DROP TABLE IF EXISTS camel_state");
        }
        return database;
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv("EXPORT_TEST_DATABASE_" + name));
    }
}
