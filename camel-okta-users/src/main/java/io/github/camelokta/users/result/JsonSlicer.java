/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;

/** Finds where the objects of a JSON array start and end, without building any. */
final class JsonSlicer {
    private final JsonFactory json;

    JsonSlicer(JsonFactory json) {
        this.json = json;
    }

    /** Is told of each element: its first byte, and the byte after its last. */
    interface Slices {
        void element(int from, int to);
    }

    void slice(JsonBytes array, Slices slices) throws IOException {
        try (JsonParser parser = json.createParser(array.array(), 0, array.length())) {
            require(parser, parser.nextToken() == JsonToken.START_ARRAY);
            // Of other encodings than UTF-8, which it understands too, the parser counts no bytes.
            require(parser, parser.currentTokenLocation().getByteOffset() >= 0);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser, parser.currentToken() == JsonToken.START_OBJECT);
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                slices.element(from, (int) parser.currentLocation().getByteOffset());
            }
            require(parser, parser.nextToken() == null);
        }
    }

    void requireObject(byte[] object) throws IOException {
        try (JsonParser parser = json.createParser(object)) {
            require(parser, parser.nextToken() == JsonToken.START_OBJECT);
            parser.skipChildren();
            require(parser, parser.nextToken() == null);
        }
    }

    private static void require(JsonParser parser, boolean holds) throws IOException {
        if (!holds) {
            throw new JsonParseException(parser, "not the JSON that was expected");
        }
    }
}
