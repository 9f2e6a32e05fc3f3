/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** Makes of a user, as Okta gives it, what stands in the table. */
final class UserRow {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private UserRow() {}

    /** The values by the names that the statements of {@link UserTable} have for them. */
    static Map<String, Object> of(Map<?, ?> user) throws JsonProcessingException {
        Map<?, ?> profile = user.get("profile") instanceof Map<?, ?> given ? given : Map.of();
        Map<String, Object> row = new HashMap<>();
        row.put("id", user.get("id"));
        row.put("login", profile.get("login"));
        row.put("status", user.get("status"));
        row.put("lastUpdated", OffsetDateTime.parse(user.get("lastUpdated").toString()));
        row.put("profile", JSON.writeValueAsString(profile));
        return row;
    }

    /**
     * One that is there no more, or no more among those that are exported.
     *
     * @param why {@code deleted} or {@code outOfScope}
     */
    static Map<String, Object> gone(String id, String why) {
        return Map.of("id", id, "gone", why);
    }
}
