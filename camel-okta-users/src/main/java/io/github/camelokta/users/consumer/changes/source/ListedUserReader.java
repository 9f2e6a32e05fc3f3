/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.source.CanonicalJson.Field;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the users of a page, without a tree of its JSON. */
public final class ListedUserReader {
    /** The cursor's text separates ids by other characters. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.~-]{1,100}");

    private static final byte[] NO_JSON = {};

    private final JsonFactory json = OktaJson.mapper().getFactory();

    /** Reads the user at whose start the parser stands. */
    @FunctionalInterface
    private interface UserStep {
        ListedUser read(JsonParser parser) throws IOException;
    }

    /**
     * Reads users with their fingerprints and their JSON.
     *
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id}, {@code status} or {@code lastUpdated}
     */
    public List<ListedUser> read(JsonBytes page) throws IOException {
        Fields fields = new Fields();
        return users(page, parser -> {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            fields.read(parser);
            int to = (int) parser.currentLocation().getByteOffset();
            return fields.user(page.copy(from, to));
        });
    }

    /**
     * Reads of users no more than {@code id} and {@code created}.
     *
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id} or {@code created}
     */
    public List<ListedUser> readCreated(JsonBytes page) throws IOException {
        return users(page, ListedUserReader::created);
    }

    /**
     * @param user a JSON object, in UTF-8
     * @throws IOException if it is not the user of that id: a path that takes ids takes logins too
     */
    public void require(String id, byte[] user) throws IOException {
        try (JsonParser parser = json.createParser(user)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "The answer is no user");
            require(created(parser).id().equals(id), "It is another user");
        }
    }

    private List<ListedUser> users(JsonBytes page, UserStep step) throws IOException {
        try (JsonParser parser = json.createParser(page.array(), 0, page.length())) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "The page is no JSON array");
            List<ListedUser> users = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT, "An element of the page is no user");
                users.add(step.read(parser));
            }
            require(parser.nextToken() == null, "Something follows the page's array");
            return users;
        }
    }

    private static ListedUser created(JsonParser parser) throws IOException {
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
        requireId(id);
        require(created != null, "A user lacks created");
        return new ListedUser(id, 0, second("created", created), 0, NO_JSON);
    }

    private static void requireId(String id) throws IOException {
        require(id != null, "A user lacks id");
        require(ID.matcher(id).matches(), "A user's id is none of Okta's");
    }

    private static long second(String property, String value) throws IOException {
        try {
            return OktaTime.second(value);
        } catch (DateTimeException e) {
            throw new IOException("The " + property + " of a user is no timestamp");
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    /** The fields of one user after the other: what is needed of them, and what their fingerprints are made of. */
    private static final class Fields {
        private final CanonicalJson canonical = new CanonicalJson();
        private final Fingerprinter fingerprinter = new Fingerprinter();
        private final List<Field> fields = new ArrayList<>();
        private String id;
        private String status;
        private String lastUpdated;
        private String created;

        void read(JsonParser parser) throws IOException {
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
                    keep(name, parser);
                    fields.add(canonical.field(name, parser));
                }
            }
            canonical.object(0, fields);
        }

        /** Of a key that comes twice the last counts, whatever it is. */
        private void keep(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "id" -> id = text(parser);
                case "status" -> status = text(parser);
                case "lastUpdated" -> lastUpdated = text(parser);
                case "created" -> created = text(parser);
                default -> {}
            }
        }

        private static String text(JsonParser parser) throws IOException {
            return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        }

        ListedUser user(byte[] raw) throws IOException {
            requireId(id);
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
}
