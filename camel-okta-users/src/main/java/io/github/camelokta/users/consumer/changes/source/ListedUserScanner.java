/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.ListedUserReader;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads of users no more than {@code id} and {@code created}. */
public final class ListedUserScanner {
    private static final byte[] NO_JSON = {};

    private final JsonFactory json = new JsonFactory();

    /**
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id} or {@code created}
     */
    public List<ListedUser> read(JsonBytes page) throws IOException {
        try (JsonParser parser = json.createParser(page.array(), 0, page.length())) {
            ListedUserReader.require(parser.nextToken() == JsonToken.START_ARRAY, "The page is no JSON array");
            List<ListedUser> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(parser));
            }
            ListedUserReader.require(parser.nextToken() == null, "Something follows the page's array");
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
            ListedUserReader.require(row(parser).id().equals(id), "It is another user");
        }
    }

    private static ListedUser row(JsonParser parser) throws IOException {
        ListedUserReader.require(parser.currentToken() == JsonToken.START_OBJECT, "An element of the page is no user");
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
        ListedUserReader.require(
                id != null && ListedUserReader.ID.matcher(id).matches(), "A user's id is none of Okta's, or lacks");
        ListedUserReader.require(created != null, "A user lacks created");
        return new ListedUser(id, 0, ListedUserReader.second("created", created), 0, NO_JSON);
    }
}
