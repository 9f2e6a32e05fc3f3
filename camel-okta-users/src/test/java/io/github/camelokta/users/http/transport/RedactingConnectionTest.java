/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class RedactingConnectionTest {
    private final RedactingConnection connection = new RedactingConnection(Duration.ofSeconds(20), System::nanoTime);

    @Test
    void one_that_was_closed_while_it_was_made_takes_no_socket() throws Exception {
        connection.close();
        Socket plain = new Socket();
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> connection.bind(plain));
        assertThat(plain.isClosed()).isTrue();

        RedactingConnection other = new RedactingConnection(Duration.ofSeconds(20), System::nanoTime);
        other.close(CloseMode.IMMEDIATE);
        SSLSocket tls = (SSLSocket) SSLSocketFactory.getDefault().createSocket();
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> other.bind(tls, new Socket()));
        assertThat(tls.isClosed()).isTrue();
    }

    @Test
    void its_timeout_rests_while_it_lies_in_the_pool() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            socket.setSoTimeout(5_000);
            assertThat(connection.getSocket()).isNull();
            connection.bind(socket);
            assertThat(connection.getSocket()).isSameAs(socket);

            connection.passivate();
            assertThat(socket.getSoTimeout()).isZero();
            connection.activate();
            assertThat(socket.getSoTimeout()).isEqualTo(5_000);
            connection.setSocketTimeout(Timeout.ofSeconds(2));
            assertThat(socket.getSoTimeout()).isEqualTo(2_000);
            connection.passivate();
            connection.activate();
            assertThat(socket.getSoTimeout()).isEqualTo(2_000);

            connection.close();
            assertThat(socket.isClosed()).isTrue();
        }
    }
}
