/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection like HttpClient's own, but for its logs and its bounds. The log of headers masks credentials, and there is no log of
 * the wire, which would show passwords and tokens in bodies too. The head of an answer has bounds, the whole answer has deadlines.
 */
final class RedactingConnection extends DefaultBHttpClientConnection
        implements ManagedHttpClientConnection, Identifiable {
    private static final Logger HEADERS = LoggerFactory.getLogger("org.apache.hc.client5.http.headers");
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "dpop", "cookie", "set-cookie");
    private static final AtomicLong NUMBERS = new AtomicLong();
    /** How long a connection is used; Okta's SDK uses it as long. */
    static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    /** After this time without use the wait for an end that the server may have sent costs little beside the call. */
    private static final Duration IDLE = Duration.ofMillis(50);

    private static final Timeout STALE_CHECK = Timeout.ofMilliseconds(1);
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 500;
    private static final int MAX_INTERIM_ANSWERS = 20;
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(MAX_LINE)
            .setMaxHeaderCount(MAX_HEADERS)
            .build();

    private final String id = "okta-users-" + NUMBERS.getAndIncrement();
    private volatile boolean closed;
    private Timeout timeout = Timeout.ZERO_MILLISECONDS;

    private final Duration responseTimeout;
    private final LongSupplier nanoClock;
    private final long created;
    private DeadlineSocket wire;
    private boolean used;
    private long lastUsed;
    private int interimAnswers;

    /** @param responseTimeout for the head of an answer, and for what follows it */
    RedactingConnection(Duration responseTimeout, LongSupplier nanoClock) {
        // Without a parser of its own the bounds would count for trailers and not for heads.
        super(BOUNDS, null, null, null, null, null, new DefaultHttpResponseParserFactory(BOUNDS));
        this.responseTimeout = responseTimeout;
        this.nanoClock = nanoClock;
        this.created = nanoClock.getAsLong();
    }

    /** @param socket null if the connection is bound to its socket later */
    static RedactingConnection create(Socket socket, Duration responseTimeout, LongSupplier nanoClock)
            throws IOException {
        RedactingConnection connection = new RedactingConnection(responseTimeout, nanoClock);
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        requireOpen(socket);
        super.bind(socket);
        wire = socket instanceof DeadlineSocket ours ? ours : null;
        timeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        requireOpen(tls);
        super.bind(tls, socket);
        wire = socket instanceof DeadlineSocket ours ? ours : null;
        endReadsNever();
        timeout = Timeout.ofMilliseconds(tls.getSoTimeout());
    }

    /** The pool may have been closed while the connection was made: then nothing may be sent on it. */
    private void requireOpen(Socket socket) throws IOException {
        if (closed) {
            socket.close();
            throw new InterruptedIOException("the connection was closed while it was made");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public SSLSession getSSLSession() {
        return getSocket() instanceof SSLSocket tls ? tls.getSession() : null;
    }

    @Override
    public void setSocketTimeout(Timeout value) {
        super.setSocketTimeout(value);
        timeout = value;
    }

    /**
     * Whether a request must not be sent on it: it is too old, the server has closed it, or has said something that nobody asked
     * for, which would be taken for the answer to the request.
     *
     * @param careful whether to look for an end that the server sent without a word, however short it was not used: that takes
     *     1 ms, because Java has no other way to see it
     */
    boolean isUnfit(boolean careful) throws IOException {
        if (!used) {
            return false;
        }
        long now = nanoClock.getAsLong();
        if (now - created >= TIME_TO_LIVE.toNanos()) {
            return true;
        }
        return hasEnded(careful || now - lastUsed >= IDLE.toNanos());
    }

    private boolean hasEnded(boolean wait) throws IOException {
        try {
            if (wire != null) {
                wire.readOnlyWhatIsThere(!wait);
            }
            // Nothing is due: an end shows as no data, and data is not ours.
            awaitInput(STALE_CHECK);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            if (wire != null) {
                wire.readOnlyWhatIsThere(false);
            }
        }
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        used = true;
        interimAnswers = 0;
        super.sendRequestHeader(request);
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (interimAnswers == 0 && wire != null) {
            wire.endReadsWithin(responseTimeout);
        }
        ClassicHttpResponse response = super.receiveResponseHeader();
        if (response.getCode() < HttpStatus.SC_SUCCESS) {
            interimAnswers++;
            if (interimAnswers > MAX_INTERIM_ANSWERS) {
                throw new ProtocolException("there were more than " + MAX_INTERIM_ANSWERS + " interim answers (1xx)");
            }
        } else if (wire != null) {
            wire.endReadsWithin(responseTimeout);
        }
        return response;
    }

    /** What HttpCore's words for a bound that an answer went beyond mean. */
    static String bound(String constraint) {
        return constraint.contains("line length")
                ? "a line of the answer's head is longer than " + MAX_LINE + " bytes"
                : constraint.contains("header count")
                        ? "the answer has more than " + MAX_HEADERS + " header lines"
                        : "the answer's head is no HTTP";
    }

    private void endReadsNever() {
        if (wire != null) {
            wire.endReadsNever();
        }
    }

    /** While it lies in the pool. */
    @Override
    public void passivate() {
        lastUsed = nanoClock.getAsLong();
        endReadsNever();
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(timeout);
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        if (HEADERS.isDebugEnabled()) {
            log(">>", new RequestLine(request), request.getHeaders());
        }
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        if (HEADERS.isDebugEnabled()) {
            log("<<", new StatusLine(response), response.getHeaders());
        }
    }

    private void log(String direction, Object firstLine, Header[] headers) {
        HEADERS.debug("{} {} {}", id, direction, firstLine);
        for (Header header : headers) {
            boolean secret = SECRET.contains(header.getName().toLowerCase(Locale.ROOT));
            HEADERS.debug("{} {} {}: {}", id, direction, header.getName(), secret ? "xxxxxx" : header.getValue());
        }
    }
}
