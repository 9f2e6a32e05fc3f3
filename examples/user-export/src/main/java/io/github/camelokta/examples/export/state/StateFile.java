/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The name and the text of a state's file: two lines, the key and the state. What is not whole is refused. */
final class StateFile {
    private static final int LONGEST_NAME = 200;

    private StateFile() {}

    /** Letters, digits, dots, hyphens and underscores stand for themselves, all else is written as {@code %2F}. */
    static String nameOf(String key) {
        requireLine("key", key);
        StringBuilder name = new StringBuilder();
        for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
            name.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        if (key.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A state's key makes a file name of 1 to " + LONGEST_NAME
                    + " characters, and this one has " + name.length() + ": give a shorter name");
        }
        return name + ".state";
    }

    static byte[] format(String key, String value) {
        requireLine("state", value);
        return (key + '\n' + value + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException why these bytes are not the whole of this key's state */
    static String parse(String key, byte[] content) throws IOException {
        String text = decode(content);
        String[] lines = text.split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            throw new IOException("it is not whole");
        }
        // On a file system that takes no notice of letter case two keys may share a file.
        if (!lines[0].equals(key)) {
            throw new IOException("it belongs to the key " + lines[0]);
        }
        return lines[1];
    }

    private static String decode(byte[] content) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        }
    }

    private static void requireLine(String what, String text) {
        if (text == null || text.contains("\n") || text.contains("\r")) {
            throw new IllegalArgumentException("A " + what + " is text without line breaks, and not null");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("A " + what + " is text that UTF-8 can write, without half characters");
        }
    }
}
