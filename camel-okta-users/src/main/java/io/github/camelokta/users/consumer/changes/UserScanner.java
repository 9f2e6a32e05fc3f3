/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static io.github.camelokta.users.consumer.changes.ListedUserReader.require;
import static io.github.camelokta.users.consumer.changes.ListedUserReader.second;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.consumer.changes.CanonicalJson.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Goes over users one after the other: keeps what their rows need, and writes what their fingerprints are made of. */
final class UserScanner {
    private final JsonParser parser;
    private final CanonicalJson canonical = new CanonicalJson();
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final List<Field> fields = new ArrayList<>();
    private String id;
    private String status;
    private String lastUpdated;
    private String created;

    UserScanner(JsonParser parser) {
        this.parser = parser;
    }

    /** Goes over the user at whose start the parser stands. */
    void scan() throws IOException {
        id = null;
        status = null;
        lastUpdated = null;
        created = null;
        canonical.clear();
        fields.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("_links") || name.equals("_embedded")) {
                // What only leads to other resources does not count.
                parser.skipChildren();
            } else {
                keep(name);
                fields.add(canonical.field(name, parser));
            }
        }
        canonical.object(0, fields);
    }

    /** Of a key that comes twice the last counts, whatever it is. */
    private void keep(String name) throws IOException {
        switch (name) {
            case "id" -> id = text();
            case "status" -> status = text();
            case "lastUpdated" -> lastUpdated = text();
            case "created" -> created = text();
            default -> {}
        }
    }

    private String text() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    /**
     * The row of the user that was gone over last.
     *
     * @throws IOException if it lacks {@code id}, {@code status} or {@code lastUpdated}
     */
    ListedUser row(byte[] raw) throws IOException {
        require(id != null, "A user lacks id");
        require(ListedUserReader.ID.matcher(id).matches(), "A user's id is none of Okta's");
        require(status != null, "A user lacks status");
        require(lastUpdated != null, "A user lacks lastUpdated");
        return new ListedUser(
                id,
                second("lastUpdated", lastUpdated),
                created == null ? ListedUser.UNKNOWN : second("created", created),
                fingerprinter.of(canonical.text()),
                raw);
    }
}
