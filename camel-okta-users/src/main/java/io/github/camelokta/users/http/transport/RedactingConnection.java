/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection like HttpClient's own, but for its logs: the log of headers masks credentials, and there is no log of the wire,
 * which would show passwords and tokens in bodies too.
 */
final class RedactingConnection extends DefaultBHttpClientConnection
        implements ManagedHttpClientConnection, Identifiable {
    private static final Logger HEADERS = LoggerFactory.getLogger("org.apache.hc.client5.http.headers");
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "dpop", "cookie", "set-cookie");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String id = "okta-users-" + NUMBERS.getAndIncrement();
    private volatile boolean closed;
    private Timeout timeout = Timeout.ZERO_MILLISECONDS;

    RedactingConnection() {
        super(Http1Config.DEFAULT);
    }

    /** @param socket null if the connection is bound to its socket later */
    static RedactingConnection create(Socket socket) throws IOException {
        RedactingConnection connection = new RedactingConnection();
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
        timeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        requireOpen(tls);
        super.bind(tls, socket);
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

    /** While it lies in the pool. */
    @Override
    public void passivate() {
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
