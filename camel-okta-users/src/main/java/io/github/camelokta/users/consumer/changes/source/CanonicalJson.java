/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Bytes of JSON that grow at their end. Not for several threads. */
    static final class JsonText {
        private static final int FIRST_SIZE = 4096;

        private final JsonStringEncoder escaper = JsonStringEncoder.getInstance();
        private byte[] bytes = new byte[FIRST_SIZE];
        private int size;

        byte[] bytes() {
            return bytes;
        }

        int size() {
            return size;
        }

        /** Forgets what stands behind this size. */
        void cut(int newSize) {
            size = newSize;
        }

        /** One character of ASCII. */
        void add(char c) {
            room(1);
            bytes[size++] = (byte) c;
        }

        /** As it is. */
        void ascii(String text) {
            byte[] more = text.getBytes(StandardCharsets.US_ASCII);
            add(more, 0, more.length);
        }

        void add(byte[] more, int from, int length) {
            room(length);
            System.arraycopy(more, from, bytes, size, length);
            size += length;
        }

        /** In quotation marks. */
        void string(String value) {
            int start = size;
            open(value.length());
            for (int i = 0; i < value.length(); i++) {
                if (!isPlain(value.charAt(i))) {
                    escaped(start, value);
                    return;
                }
                bytes[size++] = (byte) value.charAt(i);
            }
            add('"');
        }

        /** The same for a value of which there is no string yet. */
        void string(char[] chars, int from, int length) {
            int start = size;
            open(length);
            for (int i = from; i < from + length; i++) {
                if (!isPlain(chars[i])) {
                    escaped(start, new String(chars, from, length));
                    return;
                }
                bytes[size++] = (byte) chars[i];
            }
            add('"');
        }

        private void open(int length) {
            room(length + 2);
            bytes[size++] = '"';
        }

        /** Whether a character is written as it is, as one byte. Most are; Jackson escapes the others. */
        private static boolean isPlain(char c) {
            return c >= ' ' && c <= '~' && c != '"' && c != '\\';
        }

        private void escaped(int start, String value) {
            size = start + 1;
            byte[] more = new String(escaper.quoteAsString(value)).getBytes(StandardCharsets.UTF_8);
            add(more, 0, more.length);
            add('"');
        }

        private void room(int more) {
            if (bytes.length < size + more) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }
}
