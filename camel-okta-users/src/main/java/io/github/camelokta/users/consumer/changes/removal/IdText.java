/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * Sets of ids as text without spaces, line breaks and {@code =}: each id as its distance from the one before it, in bytes of 7
 * bits, in Base64. About 16 characters an id, where there are many.
 */
public final class IdText {
    private static final int MORE = 0x80;

    private IdText() {}

    /** The text of a set; {@code -} for one without ids. */
    public static String of(SortedIds ids) {
        if (ids.isEmpty()) {
            return "-";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * ids.size());
        PackedUserId before = new PackedUserId(0, 0);
        for (PackedUserId id : ids) {
            write(bytes, id.head() - before.head());
            write(bytes, id.head() == before.head() ? id.tail() - before.tail() : id.tail());
            before = id;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static SortedIds parse(String text) {
        if (text.equals("-")) {
            return SortedIds.NONE;
        }
        Reading reading = new Reading(Base64.getUrlDecoder().decode(text));
        IdCollector all = new IdCollector();
        PackedUserId before = new PackedUserId(0, 0);
        while (reading.hasMore()) {
            long ahead = reading.number();
            long tail = reading.number();
            PackedUserId id = new PackedUserId(before.head() + ahead, ahead == 0 ? before.tail() + tail : tail);
            if (id.compareTo(before) <= 0 || id.tail() < 0) {
                throw new IllegalArgumentException("Ids out of order");
            }
            all.add(id);
            before = id;
        }
        return all.ids();
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest >= MORE) {
            bytes.write((int) rest | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static final class Reading {
        private final byte[] bytes;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        long number() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (!hasMore()) {
                    break;
                }
                byte next = bytes[at++];
                number |= (long) (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("Numbers end too early");
        }
    }
}
