/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of JSON that grow at their end. Not for several threads. */
final class JsonText {
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
