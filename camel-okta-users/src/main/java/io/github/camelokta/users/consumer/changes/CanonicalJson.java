/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes the JSON that a parser reads so that the order of keys, the spelling of strings and numbers, and blanks do not count:
 * keys sorted, of equal keys the last, as Jackson writes a tree. Builds no tree; its arrays serve value after value. Not for
 * several threads.
 */
final class CanonicalJson {
    private final JsonText text = new JsonText();
    private final JsonText sorted = new JsonText();

    /** A key with its value, and where both stand in the text. */
    record Field(String name, int from, int to) implements Comparable<Field> {
        @Override
        public int compareTo(Field other) {
            return name.compareTo(other.name);
        }
    }

    void clear() {
        text.cut(0);
    }

    JsonText text() {
        return text;
    }

    /** Writes a key and the value that the parser stands at; it counts when its object is ended. */
    Field field(String name, JsonParser parser) throws IOException {
        int from = text.size();
        text.string(name);
        text.add(':');
        value(parser);
        return new Field(name, from, text.size());
    }

    /** Makes an object of the fields that were written since the text had this size. */
    void object(int from, List<Field> fields) {
        Collections.sort(fields);
        sorted.cut(0);
        sorted.add('{');
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            boolean last = i + 1 == fields.size() || !fields.get(i + 1).name().equals(field.name());
            if (last) {
                if (sorted.size() > 1) {
                    sorted.add(',');
                }
                sorted.add(text.bytes(), field.from(), field.to() - field.from());
            }
        }
        sorted.add('}');
        text.cut(from);
        text.add(sorted.bytes(), 0, sorted.size());
    }

    private void value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                int from = text.size();
                List<Field> fields = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.add(field(name, parser));
                }
                object(from, fields);
            }
            case START_ARRAY -> array(parser);
            case VALUE_STRING ->
                text.string(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            case VALUE_NUMBER_FLOAT ->
                text.ascii(shortest(parser.getDecimalValue()).toString());
            case VALUE_NUMBER_INT -> text.ascii(parser.getNumberValue().toString());
            default -> text.ascii(parser.currentToken().asString());
        }
    }

    private void array(JsonParser parser) throws IOException {
        text.add('[');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!first) {
                text.add(',');
            }
            first = false;
            value(parser);
        }
        text.add(']');
    }

    private static BigDecimal shortest(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException e) {
            return number; // The exponent would become too large.
        }
    }
}
