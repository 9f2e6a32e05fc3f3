/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.json;

import java.util.Arrays;

/**
 * JSON in UTF-8, which may stand in an array that is longer, and that is used again later: whoever keeps a part of it keeps a
 * copy.
 *
 * @param array not to be changed
 * @param length how many of its bytes count, from the first
 */
public record JsonBytes(byte[] array, int length) {

    /** All bytes of an array. */
    public static JsonBytes of(byte[] whole) {
        return new JsonBytes(whole, whole.length);
    }

    /** A copy of a part. */
    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(array, from, to);
    }

    /** Only the bytes that count; the array itself if it holds nothing else. */
    public byte[] exact() {
        return length == array.length ? array : Arrays.copyOf(array, length);
    }
}
