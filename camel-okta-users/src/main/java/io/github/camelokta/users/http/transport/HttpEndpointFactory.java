/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.transport.SendContext.Stage;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
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
    static HttpEndpoint create(CamelContext context, TransportOptions options, LongSupplier nanoClock) {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        http.setConnectTimeout(options.connectTimeout().toMillis());
        http.setResponseTimeout(options.responseTimeout().toMillis());
        http.setConnectionRequestTimeout(options.responseTimeout().toMillis());
        http.setAutomaticRetriesDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setFollowRedirects(false);
        http.setUseSystemProperties(options.useSystemProperties());
        http.setHttpClientConfigurer(configurer(options.configurer()));
        if (options.proxy() != null) {
            setProxy(http, options.proxy());
        }
        try {
            http.setClientConnectionManager(connectionPool(context, options, nanoClock));
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
            builder.setRequestExecutor(new RequestExecutor());
            builder.addExecInterceptorFirst("okta-users", HttpEndpointFactory::refuseProxysAnswer);
        };
    }

    /** HttpClient hands a proxy's refusal of CONNECT out like an answer of the org, and forgets its connection if it has no body. */
    private static ClassicHttpResponse refuseProxysAnswer(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        SendContext.take(scope.clientContext, scope.route);
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (scope.clientContext instanceof SendContext ours) {
            NotSentException refused = SendFailure.refusedByProxy(response.getCode(), ours);
            if (refused != null) {
                scope.execRuntime.discardEndpoint();
                throw refused;
            }
        }
        return response;
    }

    /**
     * The pool that Camel HTTP would make, but for its connections, see {@link RedactingConnection}. Each org has as many as
     * {@code maxConnections} of its own, so that one that hangs takes none from another.
     */
    private static HttpClientConnectionManager connectionPool(
            CamelContext context, TransportOptions options, LongSupplier nanoClock)
            throws GeneralSecurityException, IOException {
        return new PoolBuilder(nanoClock)
                .setConnectionFactory(
                        socket -> RedactingConnection.create(socket, options.responseTimeout(), nanoClock))
                .setTlsSocketStrategy(tlsStrategy(tls(context, options), options.connectTimeout()))
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(options.responseTimeout()))
                        .build())
                // RequestExecutor looks at each connection, with more care than the pool.
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build())
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(options.maxConnections())
                .build();
    }

    /** Has sockets made whose reads end by a deadline. */
    private static final class PoolBuilder extends PoolingHttpClientConnectionManagerBuilder {
        private final LongSupplier nanoClock;

        PoolBuilder(LongSupplier nanoClock) {
            this.nanoClock = nanoClock;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver dns, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> new DeadlineSocket(proxy, nanoClock),
                    ports,
                    dns,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register("https", tls)
                            .build());
        }
    }

    /** @param longest for the whole handshake */
    private static TlsSocketStrategy tlsStrategy(SSLContext tls, Duration longest) {
        DefaultClientTlsStrategy strategy = new DefaultClientTlsStrategy(tls, new DefaultHostnameVerifier());
        return (socket, target, port, attachment, context) -> {
            SendContext.enter(context, Stage.TLS_HANDSHAKE);
            if (socket instanceof DeadlineSocket ours) {
                ours.endReadsWithin(longest);
            }
            return strategy.upgrade(socket, target, port, attachment, context);
        };
    }

    private static SSLContext tls(CamelContext context, TransportOptions options)
            throws GeneralSecurityException, IOException {
        SSLContextParameters parameters = options.ssl();
        if (parameters == null && options.globalSsl()) {
            parameters = context.getSSLContextParameters();
        }
        if (parameters != null) {
            return parameters.createSSLContext(context);
        }
        return options.useSystemProperties() ? SSLContexts.createSystemDefault() : SSLContexts.createDefault();
    }
}
