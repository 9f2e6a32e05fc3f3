/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes an endpoint of a private Camel HTTP, with a connection pool of its own. Private, because retries, redirects and cookies
 * are switched off for the whole component, which nobody expects of the {@code https} component that other routes use.
 */
final class HttpEndpointFactory {
    /** Stands for the org of each request; https, so that TLS is set up whatever the first org is. */
    private static final String ANY_ORG = "https://okta-users";

    private HttpEndpointFactory() {}

    /** A started endpoint; whoever asked for it stops it and its component. */
    static HttpEndpoint create(CamelContext context, TransportOptions options) {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        http.setConnectTimeout(options.connectTimeout().toMillis());
        http.setResponseTimeout(options.responseTimeout().toMillis());
        http.setConnectionRequestTimeout(options.responseTimeout().toMillis());
        http.setAutomaticRetriesDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setFollowRedirects(false);
        http.setHttpClientConfigurer(configurer(options.configurer()));
        if (options.proxy() != null) {
            setProxy(http, options.proxy());
        }
        try {
            http.setClientConnectionManager(connectionPool(context, options));
            ServiceHelper.startService(http);
            HttpEndpoint endpoint = (HttpEndpoint) http.createEndpoint(ANY_ORG);
            ServiceHelper.startService(endpoint);
            return endpoint;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static void setProxy(HttpComponent http, Proxy proxy) {
        http.setProxyHost(proxy.host());
        http.setProxyPort(proxy.port());
        http.setProxyAuthUsername(proxy.username());
        http.setProxyAuthPassword(proxy.password());
        // The scheme spoken with the proxy itself. Camel HTTP's default is that of the endpoint: TLS to a plain proxy.
        http.setProxyAuthScheme("http");
    }

    /** The user's configurer, after which retries, redirects and cookies are off in any case. */
    private static HttpClientConfigurer configurer(HttpClientConfigurer users) {
        return builder -> {
            if (users != null) {
                users.configureHttpClient(builder);
            }
            builder.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
        };
    }

    /** The pool that Camel HTTP would make, but for its connections: see {@link RedactingConnection}. */
    private static HttpClientConnectionManager connectionPool(CamelContext context, TransportOptions options)
            throws GeneralSecurityException, IOException {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(RedactingConnection::create)
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
