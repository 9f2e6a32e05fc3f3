/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Pending;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * Writes a cursor as one readable line without {@code =}: parts parted by {@code " | "}, each a name and values, the last one the
 * checksum of all before it. Seconds of seen users count from {@code from}.
 */
public final class CursorText {
    public static final String MAGIC = "okta-users-changes";
    public static final String VERSION = "v1";
    public static final String PART = " | ";
    public static final String CHECK = PART + "check ";

    private CursorText() {}

    public static String of(ChangeCursor cursor) {
        StringBuilder text = new StringBuilder(
                160 + 48 * (cursor.seen().size() + cursor.pending().size()));
        text.append(MAGIC).append(' ').append(VERSION);
        text.append(PART).append("query ").append(hex(cursor.queryHash()));
        text.append(PART).append("from ").append(Instant.ofEpochSecond(cursor.from()));
        text.append(PART).append("watermark ").append(Instant.ofEpochSecond(cursor.watermark()));
        text.append(PART).append("pending ").append(cursor.pending().size());
        for (Pending user : cursor.pending()) {
            text.append(' ').append(user.id()).append('/').append(hex(user.fingerprint()));
            text.append('/').append(user.attempts());
        }
        text.append(PART).append("seen ").append(cursor.seen().size());
        for (Seen user : cursor.seen()) {
            text.append(' ').append(user.id()).append('/').append(hex(user.fingerprint()));
            text.append('/').append(user.lastUpdated() - cursor.from());
        }
        return text + CHECK + checksum(text.toString());
    }

    public static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
