/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.interceptor.MatrixFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Makes a server that resets one of its connections after a few bytes. */
public final class BreakingSockets extends ServerSocketFactory {
    private final int victim;
    private final int bytes;
    private final AtomicInteger broken;
    private int accepted;

    /**
     * @param victim the number of the connection, the first is 1
     * @param bytes how many are read of it
     */
    public BreakingSockets(int victim, int bytes, AtomicInteger broken) {
        this.victim = victim;
        this.bytes = bytes;
        this.broken = broken;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new ServerSocket(port, backlog, address) {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                if (++accepted != victim) {
                    return socket;
                }
                socket.getInputStream().readNBytes(bytes);
                broken.incrementAndGet();
                MatrixFront.reset(socket);
                return super.accept();
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw new IOException("not asked for");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw new IOException("not asked for");
    }
}
