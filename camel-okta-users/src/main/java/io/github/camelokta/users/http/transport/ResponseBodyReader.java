/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.AnswerTooLongException;
import io.github.camelokta.users.http.PageBuffer;
import io.github.camelokta.users.json.JsonBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Reads a body to its end, unless it is longer, or takes longer, than allowed. */
final class ResponseBodyReader {
    private static final int FIRST_BUFFER = 4 * 1024;

    private final long maxSize;
    private final Duration maxTime;
    private final LongSupplier nanoClock;

    /** @param maxTime for the whole body: a server that drips bytes stays within the timeout of each read */
    ResponseBodyReader(long maxSize, Duration maxTime, LongSupplier nanoClock) {
        this.maxSize = Math.min(maxSize, Integer.MAX_VALUE - 8L);
        this.maxTime = maxTime;
        this.nanoClock = nanoClock;
    }

    /**
     * @param length the announced length in bytes; negative if it was not announced, or the body is inflated
     * @param page the buffer to read into; null for an array that the body keeps
     * @return null if there is no body
     * @throws IOException if the body is longer or takes longer than allowed, or ends early
     */
    JsonBytes read(InputStream in, long length, PageBuffer page) throws IOException {
        if (in == null) {
            return null;
        }
        if (length > maxSize) {
            throw tooLong();
        }
        int expected = length >= 0 ? (int) length : FIRST_BUFFER;
        byte[] buffer = page == null ? new byte[expected] : page.atLeast(expected);
        int size = 0;
        long start = nanoClock.getAsLong();
        while (length < 0 || size < length) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, grown(size, maxSize));
            }
            int count = in.read(buffer, size, (length < 0 ? buffer.length : (int) length) - size);
            if (count < 0) {
                break;
            }
            size += count;
            if (size > maxSize) {
                throw tooLong();
            }
            if (nanoClock.getAsLong() - start > maxTime.toNanos()) {
                throw new IOException("the answer did not end in time (responseTimeout)");
            }
        }
        if (size < length) {
            throw new EOFException("the answer ended early");
        }
        if (page == null) {
            return JsonBytes.of(size == buffer.length ? buffer : Arrays.copyOf(buffer, size));
        }
        page.keep(buffer);
        return new JsonBytes(buffer, size);
    }

    /** Twice the size, and no more than shows that a body is too long. */
    static int grown(int size, long maxSize) {
        return (int) Math.min(size * 2L, maxSize + 1);
    }

    private IOException tooLong() {
        return new AnswerTooLongException(maxSize);
    }
}
