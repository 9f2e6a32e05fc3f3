/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.json;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

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

    /** A JSON array of these elements. */
    public static JsonBytes array(List<byte[]> elements) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            json.write(json.size() == 0 ? '[' : ',');
            json.writeBytes(element);
        }
        if (elements.isEmpty()) {
            json.write('[');
        }
        json.write(']');
        return of(json.toByteArray());
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
