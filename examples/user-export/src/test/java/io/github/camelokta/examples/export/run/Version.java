/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.SimulatedUser;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A state of a user as text, the same whether it is taken from the org or from what was written. */
record Version(String id, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Version of(SimulatedUser user) {
        return of(user.id(), user.status(), user.lastUpdated(), user.profile());
    }

    static Version of(Map<String, Object> row) {
        try {
            return of(
                    row.get("id").toString(),
                    row.get("status"),
                    ((OffsetDateTime) row.get("lastUpdated")).toInstant(),
                    JSON.readValue(row.get("profile").toString(), Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Version of(String id, Object status, Instant lastUpdated, Map<?, ?> profile) {
        Map<Object, Object> sorted = new TreeMap<>(profile);
        sorted.values().removeIf(Objects::isNull);
        return new Version(id, status + " " + lastUpdated + " " + sorted);
    }
}
