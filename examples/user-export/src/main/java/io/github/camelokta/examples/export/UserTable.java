/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The table {@code okta_user}, in SQL that H2 and PostgreSQL both take. There is no statement for "insert or update" that both
 * have, so it is one after the other.
 */
public final class UserTable {
    /** A row is replaced whatever stands in it: Okta's clocks differ, so an older lastUpdated may be the newer state. */
    static final String UPDATE = "sql:UPDATE okta_user SET login = :#login, status = :#status,"
            + " last_updated = :#lastUpdated, profile = :#profile, gone = NULL WHERE id = :#id?dataSource=#database&noop=true";

    static final String INSERT = "sql:INSERT INTO okta_user (id, login, status, last_updated, profile)"
            + " VALUES (:#id, :#login, :#status, :#lastUpdated, :#profile)?dataSource=#database&noop=true";

    /** The row stays, so that what refers to it keeps its target. */
    static final String MARK_GONE =
            "sql:UPDATE okta_user SET gone = :#gone WHERE id = :#id?dataSource=#database&noop=true";

    private static final String CREATE = "CREATE TABLE IF NOT EXISTS okta_user (id VARCHAR(100) PRIMARY KEY,"
            + " login VARCHAR(200), status VARCHAR(40) NOT NULL, last_updated TIMESTAMP WITH TIME ZONE NOT NULL,"
            + " profile TEXT NOT NULL, gone VARCHAR(20))";

    private UserTable() {}

    /** Makes it if it is not there. */
    public static void create(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }
}
