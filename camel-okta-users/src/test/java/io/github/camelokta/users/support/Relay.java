/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Hands a request as it came to another server of this machine. */
public final class Relay {

    private Relay() {}

    /** The whole answer, as it came; it closes the connection. */
    public static byte[] forward(String request, int port) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawServer.write(server.getOutputStream(), request.replace("Connection: keep-alive", "Connection: close"));
            return server.getInputStream().readAllBytes();
        }
    }
}
