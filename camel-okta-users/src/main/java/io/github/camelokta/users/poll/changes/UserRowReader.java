/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the users of a page. */
public final class UserRowReader {
    /** The cursor's text parts ids by other characters. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_.~-]{1,100}");

    /** As double, two numbers that differ in the 20th digit would have one fingerprint. */
    private final ObjectMapper json = OktaJson.mapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Fingerprinter fingerprinter = new Fingerprinter();

    /**
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id}, {@code status} or {@code lastUpdated}
     */
    public List<UserRow> read(byte[] page) throws IOException {
        try (JsonParser parser = json.createParser(page)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "The page is no JSON array");
            List<UserRow> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT, "An element of the page is no user");
                int from = (int) parser.currentTokenLocation().getByteOffset();
                JsonNode user = json.readTree(parser);
                int to = (int) parser.currentLocation().getByteOffset();
                rows.add(row(user, Arrays.copyOfRange(page, from, to)));
            }
            require(parser.nextToken() == null, "Something follows the page's array");
            return rows;
        }
    }

    private UserRow row(JsonNode user, byte[] raw) throws IOException {
        String id = text(user, "id");
        require(ID.matcher(id).matches(), "A user's id is none of Okta's");
        text(user, "status");
        return new UserRow(
                id, second("lastUpdated", text(user, "lastUpdated")), created(user), fingerprinter.of(user), raw);
    }

    private static long created(JsonNode user) throws IOException {
        return user.path("created").isTextual() ? second("created", text(user, "created")) : UserRow.UNKNOWN;
    }

    static long second(String property, String value) throws IOException {
        try {
            return Instant.parse(value).getEpochSecond();
        } catch (DateTimeException e) {
            throw new IOException("The " + property + " of a user is no timestamp");
        }
    }

    private static String text(JsonNode user, String property) throws IOException {
        JsonNode value = user.get(property);
        require(value != null && value.isTextual(), "A user lacks " + property);
        return value.textValue();
    }

    static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
