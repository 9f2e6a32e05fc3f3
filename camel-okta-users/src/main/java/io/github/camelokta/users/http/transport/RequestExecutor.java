/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.transport.SendContext.Stage;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** HttpClient's own, which looks at the connection before a request goes out, and notes that it goes out. */
final class RequestExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        boolean careful = context instanceof SendContext ours && ours.isNeverRepeated();
        if (connection instanceof RedactingConnection ours && ours.isUnfit(careful)) {
            throw new StaleConnectionException();
        }
        if (!connection.isOpen()) {
            throw new ConnectionClosedException();
        }
        SendContext.enter(context, Method.CONNECT.isSame(request.getMethod()) ? Stage.PROXY_CONNECT : Stage.SENT);
        return super.execute(request, connection, callback, context);
    }
}
