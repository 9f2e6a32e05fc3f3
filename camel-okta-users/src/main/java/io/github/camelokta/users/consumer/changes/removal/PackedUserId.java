/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

/**
 * An id of at most 20 characters as two numbers, which order ids as their text does.
 *
 * @param head the first ten characters, to base 67
 * @param tail the others
 */
public record PackedUserId(long head, long tail) implements Comparable<PackedUserId> {
    /** The digits from 1 on, in the order of ASCII; 0 stands behind the end of an id. */
    private static final String DIGITS = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private static final int BASE = 67;
    private static final int HALF = 10;

    /** @throws IllegalArgumentException if the id is empty, longer than Okta's, or holds other characters than letters, digits and {@code _.~-} */
    public static PackedUserId of(String id) {
        if (id.isEmpty() || id.length() > 2 * HALF) {
            throw unlike();
        }
        return new PackedUserId(number(id, 0), number(id, HALF));
    }

    @Override
    public int compareTo(PackedUserId other) {
        return compare(head, tail, other.head, other.tail);
    }

    static int compare(long head, long tail, long otherHead, long otherTail) {
        int byHead = Long.compare(head, otherHead);
        return byHead != 0 ? byHead : Long.compare(tail, otherTail);
    }

    /** The id. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(2 * HALF);
        append(text, tail);
        append(text, head);
        return text.reverse().toString();
    }

    private static long number(String id, int from) {
        long number = 0;
        for (int i = from; i < from + HALF; i++) {
            number = number * BASE + (i < id.length() ? digit(id.charAt(i)) : 0);
        }
        return number;
    }

    private static int digit(char character) {
        int digit = DIGITS.indexOf(character) + 1;
        if (digit == 0) {
            throw unlike();
        }
        return digit;
    }

    private static void append(StringBuilder text, long number) {
        for (long rest = number; rest > 0; rest /= BASE) {
            int digit = (int) (rest % BASE);
            if (digit > 0) {
                text.append(DIGITS.charAt(digit - 1));
            }
        }
    }

    private static IllegalArgumentException unlike() {
        return new IllegalArgumentException(
                "A user's id is none of Okta's, which have 20 characters: users cannot be compared by it");
    }
}
