/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Makes an endpoint of a private Camel HTTP. Private, because retries, redirects and cookies are switched off for the whole
 * component, which nobody expects of the {@code https} component that other routes use.
 */
final class HttpEndpointFactory {
    /** Stands for the org of each request; https, so that TLS is set up whatever the first org is. */
    private static final String ANY_ORG = "https://okta-users";

    private HttpEndpointFactory() {}

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
            http.setClientConnectionManager(ConnectionPool.create(context, options));
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
}
