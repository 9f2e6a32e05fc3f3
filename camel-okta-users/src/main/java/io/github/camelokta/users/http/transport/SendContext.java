/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/** How far the sending of one request has come. Whether it may have reached Okta is decided by this, and by nothing else. */
final class SendContext extends HttpClientContext {
    private final boolean neverRepeated;
    private HttpRoute route;
    private Stage stage = Stage.CONNECTION;

    enum Stage {
        CONNECTION,
        PROXY_CONNECT,
        TLS_HANDSHAKE,
        /** Bytes of the request itself may have left this machine. */
        SENT
    }

    /** @param neverRepeated whether nobody sends the request again if it is in doubt */
    SendContext(boolean neverRepeated) {
        this.neverRepeated = neverRepeated;
    }

    /** Does nothing for a request that is not ours. */
    static void enter(HttpContext context, Stage stage) {
        if (context instanceof SendContext ours) {
            ours.stage = stage;
        }
    }

    static void take(HttpContext context, HttpRoute route) {
        if (context instanceof SendContext ours) {
            ours.route = route;
        }
    }

    Stage stage() {
        return stage;
    }

    boolean isSent() {
        return stage == Stage.SENT;
    }

    boolean isNeverRepeated() {
        return neverRepeated;
    }

    /** Host and port of the proxy in use; null if there is none. */
    String proxy() {
        HttpHost proxy = route == null ? null : route.getProxyHost();
        return proxy == null ? null : proxy.getHostName() + ":" + proxy.getPort();
    }
}
