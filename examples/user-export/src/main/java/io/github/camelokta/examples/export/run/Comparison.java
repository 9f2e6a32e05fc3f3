/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds the table against a simulated org. */
final class Comparison {
    private static final String ALL = "SELECT id, login, status, last_updated, profile, gone FROM okta_user";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(String login, String status, Instant lastUpdated, Map<?, ?> profile, String gone) {}

    private final OktaSimulator okta;
    private final Database database;

    Comparison(OktaSimulator okta, Database database) {
        this.okta = okta;
        this.database = database;
    }

    /** What differs, a line for each user; empty if nothing does. */
    List<String> findings() throws SQLException, JsonProcessingException {
        Map<String, Row> rows = rows();
        List<String> findings = new ArrayList<>();
        for (SimulatedUser user : okta.users()) {
            Row there = rows.remove(user.id());
            Row expected = new Row(user.login(), user.status().name(), user.lastUpdated(), set(user.profile()), null);
            if (!Objects.equals(expected, there)) {
                findings.add(user.id() + ": the table has " + (there == null ? "no such user" : "another state"));
            }
        }
        rows.forEach((id, row) -> {
            if (row.gone() == null) {
                findings.add(id + ": the org has no such user");
            }
        });
        return findings;
    }

    private Map<String, Row> rows() throws SQLException, JsonProcessingException {
        Map<String, Row> found = new HashMap<>();
        try (HikariDataSource opened = database.open();
                Connection connection = opened.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                found.put(
                        rows.getString(1),
                        new Row(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant(),
                                set(JSON.readValue(rows.getString(5), Map.class)),
                                rows.getString(6)));
            }
        }
        return found;
    }

    /** Okta shows attributes of its own that are not set as null. */
    private static Map<?, ?> set(Map<?, ?> profile) {
        Map<?, ?> set = new HashMap<>(profile);
        set.values().removeIf(Objects::isNull);
        return set;
    }
}
