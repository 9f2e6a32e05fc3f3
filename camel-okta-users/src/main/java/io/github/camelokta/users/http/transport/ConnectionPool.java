/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/** Makes the pool that Camel HTTP would make, apart from its connections: see {@link RedactingConnection}. */
final class ConnectionPool {

    private ConnectionPool() {}

    static HttpClientConnectionManager create(CamelContext context, TransportOptions options)
            throws GeneralSecurityException, IOException {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> {
                    RedactingConnection connection = new RedactingConnection();
                    if (socket != null) {
                        connection.bind(socket);
                    }
                    return connection;
                })
                .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(tls(context, options), new DefaultHostnameVerifier()))
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(options.responseTimeout()))
                        .build())
                .setMaxConnTotal(options.maxConnections())
                .setMaxConnPerRoute(options.maxConnections())
                .build();
    }

    private static SSLContext tls(CamelContext context, TransportOptions options)
            throws GeneralSecurityException, IOException {
        SSLContextParameters parameters = options.ssl();
        if (parameters == null && options.globalSsl()) {
            parameters = context.getSSLContextParameters();
        }
        return parameters == null ? SSLContexts.createDefault() : parameters.createSSLContext(context);
    }
}
