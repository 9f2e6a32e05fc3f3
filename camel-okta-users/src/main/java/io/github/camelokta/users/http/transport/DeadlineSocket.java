/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A socket whose reads end by a deadline. A timeout bounds a single read, so a peer that drips bytes never meets it; and this lies
 * below TLS, which reads until a record is whole before anybody above sees a byte of it.
 */
final class DeadlineSocket extends Socket {
    private static final long NONE = Long.MAX_VALUE;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoClock;
    private InputStream in;
    private long start;
    private long time = NONE;
    private boolean onlyWhatIsThere;

    DeadlineSocket(Proxy proxy, LongSupplier nanoClock) {
        super(proxy == null ? Proxy.NO_PROXY : proxy);
        this.nanoClock = nanoClock;
    }

    /** All reads from now on, together, take no longer than this. */
    void endReadsWithin(Duration limit) {
        start = nanoClock.getAsLong();
        time = limit.toNanos();
    }

    void endReadsNever() {
        time = NONE;
    }

    /** Whether reads give only what has arrived already, and otherwise end at once as if their time were over. */
    void readOnlyWhatIsThere(boolean only) {
        onlyWhatIsThere = only;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (in == null) {
            in = new DeadlineStream(super.getInputStream());
        }
        return in;
    }

    private final class DeadlineStream extends FilterInputStream {

        DeadlineStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (onlyWhatIsThere && in.available() == 0) {
                throw NothingThere.INSTANCE;
            }
            if (time == NONE) {
                return in.read(bytes, offset, length);
            }
            int timeout = getSoTimeout();
            long left = (left() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
            boolean shorter = timeout == 0 || left < timeout;
            try {
                if (shorter) {
                    setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
                }
                int count = in.read(bytes, offset, length);
                left();
                return count;
            } finally {
                if (shorter && !isClosed()) {
                    setSoTimeout(timeout);
                }
            }
        }

        private long left() throws SocketTimeoutException {
            long left = time - (nanoClock.getAsLong() - start);
            if (left <= 0) {
                throw new SocketTimeoutException("Read timed out");
            }
            return left;
        }
    }

    /** Costs nothing to throw: it has no stack trace. */
    private static final class NothingThere extends SocketTimeoutException {
        private static final long serialVersionUID = 1;
        static final NothingThere INSTANCE = new NothingThere();

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
