/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.export.state.TableStateRepository;
import io.github.camelokta.users.OktaUsersConstants;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the route does with a user, whoever delivers it. */
class ExportRoutesTest {
    private static final String ID = "00ub0oNGTSWTBKOLGLNR";

    private HikariDataSource database;
    private final List<Object> written = new ArrayList<>();
    private DefaultCamelContext context;
    private ProducerTemplate route;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.open(true);
        UserTable.create(database);
        context = new DefaultCamelContext();
        context.getRegistry().bind("database", DataSource.class, database);
        context.getRegistry().bind("cursors", new TableStateRepository(database));
        context.addRoutes(new ExportRoutes("", row -> written.add(row.get("id"))));
        AdviceWith.adviceWith(context, "user-export", route -> route.replaceFromWith("direct:user"));
        context.start();
        route = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        database.close();
    }

    @Test
    void a_user_is_inserted_and_then_updated_also_by_one_that_looks_older() throws Exception {
        route.sendBody("direct:user", user("ACTIVE", "2026-11-24T12:00:01.000Z", "Oslo"));
        assertThat(row())
                .isEqualTo(
                        "ann@example.com ACTIVE 2026-11-24T12:00:01Z {\"city\":\"Oslo\",\"login\":\"ann@example.com\"} null");

        route.sendBody("direct:user", user("SUSPENDED", "2026-11-24T12:00:00.000Z", "R'om\"e ü"));
        assertThat(row())
                .isEqualTo("ann@example.com SUSPENDED 2026-11-24T12:00:00Z"
                        + " {\"city\":\"R'om\\\"e ü\",\"login\":\"ann@example.com\"} null");
        assertThat(written).containsExactly(ID, ID);
    }

    @Test
    void without_or_with_an_unknown_type_of_change_it_is_a_change() throws Exception {
        route.sendBodyAndHeader(
                "direct:user",
                user("ACTIVE", "2026-11-24T12:00:00.000Z", "a"),
                OktaUsersConstants.CHANGE_TYPE,
                "created");

        assertThat(row()).startsWith("ann@example.com ACTIVE");
    }

    @Test
    void who_is_gone_is_marked_and_who_comes_back_is_not_any_more() throws Exception {
        route.sendBody("direct:user", user("ACTIVE", "2026-11-24T12:00:00.000Z", "a"));
        String there = row();
        for (String why : List.of("outOfScope", "deleted")) {
            route.sendBodyAndHeader("direct:user", Map.of("id", ID), OktaUsersConstants.CHANGE_TYPE, why);
            assertThat(row()).isEqualTo(there.replace(" null", " " + why));
        }

        route.sendBody("direct:user", user("ACTIVE", "2026-11-24T12:00:00.000Z", "a"));
        assertThat(row()).isEqualTo(there);
    }

    @Test
    void who_was_never_there_and_is_gone_is_no_row() throws Exception {
        route.sendBodyAndHeader("direct:user", Map.of("id", ID), OktaUsersConstants.CHANGE_TYPE, "deleted");

        assertThat(row()).isNull();
        assertThat(written).containsExactly(ID);
    }

    private static Map<String, Object> user(String status, String lastUpdated, String city) {
        Map<String, Object> profile = new HashMap<>(Map.of("login", "ann@example.com", "city", city));
        return Map.of("id", ID, "status", status, "lastUpdated", lastUpdated, "profile", profile);
    }

    private String row() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT login, status, last_updated, profile, gone FROM okta_user WHERE id = '" + ID + "'")) {
            return rows.next()
                    ? rows.getString(1) + " " + rows.getString(2) + " "
                            + rows.getObject(3, OffsetDateTime.class).toInstant() + " " + rows.getString(4) + " "
                            + rows.getString(5)
                    : null;
        }
    }
}
