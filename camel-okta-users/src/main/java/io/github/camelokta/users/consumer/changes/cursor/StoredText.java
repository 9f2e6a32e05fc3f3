/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The form of every text that is stored: one readable line without {@code =}. Its parts are separated by {@code " | "}: what the
 * text is and its version, the hash of the query that it belongs to, parts with a name and a value, and the checksum of all
 * before it. What is not whole is refused.
 */
public final class StoredText {
    private static final String SEPARATOR = " | ";
    private static final String VERSION = "v1";

    private StoredText() {}

    /**
     * What is said when a text cannot be used.
     *
     * @param magic the first word of the text
     * @param thing what the text holds, as {@code cursor}
     * @param owner who writes such texts, as {@code mode=changes}
     * @param query what the hash is of, as {@code query}
     * @param remedy what to do instead of another remedy, as {@code delete it}
     */
    public record Kind(String magic, String thing, String owner, String query, String remedy) {
        UnusableCursorException unusable(String why) {
            return new UnusableCursorException(thing, why + ", or " + remedy);
        }

        /** A part is lost or makes no sense. */
        public UnusableCursorException damaged() {
            return unusable(
                    "is damaged, as by a crash while it was written: restore an older one, which is safe and only"
                            + " repeats");
        }
    }

    /** Writes a text, part by part. */
    public static final class Writer {
        private final StringBuilder text;

        /** @param length about how long the text becomes */
        public Writer(Kind kind, long queryHash, int length) {
            text = new StringBuilder(length + 100)
                    .append(kind.magic())
                    .append(' ')
                    .append(VERSION);
            part(kind.query(), hex(queryHash));
        }

        public Writer part(String name, Object value) {
            part(name).append(value);
            return this;
        }

        /** Begins a part whose value is appended to what this gives. */
        public StringBuilder part(String name) {
            return text.append(SEPARATOR).append(name).append(' ');
        }

        public String finish() {
            return checked(text.toString());
        }
    }

    /** Reads a text, part by part. */
    public static final class Reader {
        private final Kind kind;
        private final List<String> parts;
        private final boolean ofThisQuery;
        private int next = 1;

        /**
         * @param text may be null
         * @throws UnusableCursorException if the text is not the whole of such a text
         */
        public Reader(Kind kind, long queryHash, String text) {
            this.kind = kind;
            if (text == null || !text.startsWith(kind.magic() + " v")) {
                throw kind.unusable("is not one of " + kind.owner()
                        + ", or its beginning is lost: look what else writes under this key");
            }
            if (!text.startsWith(kind.magic() + " " + VERSION + SEPARATOR)) {
                throw kind.unusable("was written by another version of this component, which this one cannot read: go"
                        + " back to that version");
            }
            int end = text.lastIndexOf(SEPARATOR + "check ");
            if (end < 0 || !text.equals(checked(text.substring(0, end)))) {
                throw kind.damaged();
            }
            parts = List.of(text.substring(0, end).split(" \\| ", -1));
            ofThisQuery = hash(part(kind.query())) == queryHash;
        }

        private long hash(String text) {
            try {
                return Long.parseUnsignedLong(text, 16);
            } catch (NumberFormatException e) {
                throw kind.damaged();
            }
        }

        /** Whether the next part has this name. */
        public boolean hasPart(String name) {
            return next < parts.size() && parts.get(next).startsWith(name + " ");
        }

        /** The value of the next part, which must have this name. */
        public String part(String name) {
            String part = next < parts.size() ? parts.get(next++) : "";
            if (!part.startsWith(name + " ")) {
                throw kind.damaged();
            }
            return part.substring(name.length() + 1);
        }

        /**
         * Ends the reading of a text whose parts make sense.
         *
         * @throws UnusableCursorException if something is left, or the text is for another query
         */
        public void end() {
            if (next < parts.size()) {
                throw kind.damaged();
            }
            if (!ofThisQuery) {
                throw kind.unusable("belongs to another " + kind.query() + ": give the changed " + kind.query()
                        + " a name of its own");
            }
        }
    }

    static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** The checksum at the end of a text. */
    static String check(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** The text with its checksum. */
    static String checked(String text) {
        return text + SEPARATOR + "check " + checksum(text);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
