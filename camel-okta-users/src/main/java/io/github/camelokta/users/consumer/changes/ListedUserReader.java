/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the users of a page. */
public final class ListedUserReader {
    /** The cursor's text parts ids by other characters. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9_.~-]{1,100}");

    private final JsonFactory json = OktaJson.mapper().getFactory();

    /**
     * @param page a JSON array of users, in UTF-8
     * @throws IOException if it is none, or a user lacks {@code id}, {@code status} or {@code lastUpdated}
     */
    public List<ListedUser> read(JsonBytes page) throws IOException {
        try (JsonParser parser = json.createParser(page.array(), 0, page.length())) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "The page is no JSON array");
            List<ListedUser> rows = new ArrayList<>();
            UserScanner scanner = new UserScanner(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT, "An element of the page is no user");
                int from = (int) parser.currentTokenLocation().getByteOffset();
                scanner.scan();
                int to = (int) parser.currentLocation().getByteOffset();
                rows.add(scanner.row(page.copy(from, to)));
            }
            require(parser.nextToken() == null, "Something follows the page's array");
            return rows;
        }
    }

    public static long second(String property, String value) throws IOException {
        try {
            return OktaTime.second(value);
        } catch (DateTimeException e) {
            throw new IOException("The " + property + " of a user is no timestamp");
        }
    }

    public static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
