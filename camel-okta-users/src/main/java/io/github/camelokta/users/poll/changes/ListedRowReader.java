/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads of users no more than {@code id} and {@code created}. */
public final class ListedRowReader {
    private static final byte[] NO_JSON = {};

    private final JsonFactory json = new JsonFactory();

    /**
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id} or {@code created}
     */
    public List<UserRow> read(JsonBytes page) throws IOException {
        try (JsonParser parser = json.createParser(page.array(), 0, page.length())) {
            UserRowReader.require(parser.nextToken() == JsonToken.START_ARRAY, "The page is no JSON array");
            List<UserRow> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(parser));
            }
            UserRowReader.require(parser.nextToken() == null, "Something follows the page's array");
            return rows;
        }
    }

    /**
     * @param user a JSON object, in UTF-8
     * @throws IOException if it is not the user of that id: a path that takes ids takes logins too
     */
    public void require(String id, byte[] user) throws IOException {
        try (JsonParser parser = json.createParser(user)) {
            parser.nextToken();
            UserRowReader.require(row(parser).id().equals(id), "It is another user");
        }
    }

    private static UserRow row(JsonParser parser) throws IOException {
        UserRowReader.require(parser.currentToken() == JsonToken.START_OBJECT, "An element of the page is no user");
        String id = null;
        String created = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String property = parser.currentName();
            parser.nextToken();
            if (property.equals("id")) {
                id = parser.getText();
            } else if (property.equals("created")) {
                created = parser.getText();
            }
            parser.skipChildren();
        }
        UserRowReader.require(
                id != null && UserRowReader.ID.matcher(id).matches(), "A user's id is none of Okta's, or lacks");
        UserRowReader.require(created != null, "A user lacks created");
        return new UserRow(id, 0, UserRowReader.second("created", created), 0, NO_JSON);
    }
}
