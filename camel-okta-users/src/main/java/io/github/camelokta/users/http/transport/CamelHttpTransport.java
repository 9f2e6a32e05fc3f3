/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.auth.TokenTransport;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.PageBuffer;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.http.interceptor.RateLimitHeaders;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.Repeat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;

/** Sends requests through Camel HTTP's client. The only class that does; {@link HttpEndpointFactory} makes the client. */
public final class CamelHttpTransport implements Transport, TokenTransport, AutoCloseable {
    private static final String JSON = ContentType.APPLICATION_JSON.getMimeType();
    private static final Map<String, String> JSON_CONTENT = Map.of("Content-Type", JSON);
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");
    /** Stands for the path of each request, which is set as it is; HttpClient takes the host from the call. */
    private static final URI ROOT = URI.create("/");

    private static final String SYSTEM_PROXY = "https.proxyHost";

    private final TransportOptions options;
    private final Map<OrgUrl, ConnectionLimit> limits = new ConcurrentHashMap<>();
    private final HttpEndpoint endpoint;
    private final HttpClient client;
    private final ResponseBodyReader bodyReader;
    private final String userAgent;

    /** Starts a Camel HTTP of its own, with a connection pool of its own. */
    public CamelHttpTransport(CamelContext context, TransportOptions options) {
        this(context, options, System::nanoTime);
    }

    public CamelHttpTransport(CamelContext context, TransportOptions options, LongSupplier nanoClock) {
        this.endpoint = HttpEndpointFactory.create(context, options, nanoClock);
        this.client = endpoint.getHttpClient();
        this.bodyReader = new ResponseBodyReader(options.maxResponseSize(), options.responseTimeout(), nanoClock);
        this.userAgent = "camel-okta-users/" + version();
        this.options = options;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) throws IOException {
        Repeat repeat = request.repeat();
        boolean neverRepeated = repeat == Repeat.NEVER || repeat == Repeat.DESTRUCTIVE;
        return execute(request.org(), httpRequest(request), neverRepeated, context.pageBuffer());
    }

    @Override
    public TokenResponse post(OrgUrl org, String path, Map<String, String> headers, String form) throws IOException {
        HttpUriRequestBase http = request(HttpMethod.POST, path, headers);
        http.setEntity(new StringEntity(form, FORM));
        OktaResponse response = execute(org, http, false, null);
        boolean limited = response.status() == RateLimitHeaders.TOO_MANY_REQUESTS;
        return new TokenResponse(
                response.status(),
                response.header("DPoP-Nonce").orElse(null),
                RateLimitHeaders.date(response),
                limited ? RateLimitHeaders.untilRetry(response) : null,
                response.body());
    }

    private OktaResponse execute(OrgUrl org, HttpUriRequestBase http, boolean neverRepeated, PageBuffer page)
            throws IOException {
        ConnectionLimit limit = limits.computeIfAbsent(
                org, any -> new ConnectionLimit(options.maxConnections(), options.responseTimeout()));
        limit.acquire();
        try {
            return executeOnFitConnection(
                    new HttpHost(org.scheme(), org.host(), org.port()), http, neverRepeated, page);
        } finally {
            limit.release();
        }
    }

    private OktaResponse executeOnFitConnection(
            HttpHost host, HttpUriRequestBase http, boolean neverRepeated, PageBuffer page) throws IOException {
        // Each connection that is not fit leaves the pool.
        for (int stale = 0; ; stale++) {
            SendContext context = new SendContext(neverRepeated);
            try {
                return client.execute(host, http, context, response -> read(response, http, page));
            } catch (StaleConnectionException e) {
                if (stale == options.maxConnections()) {
                    throw SendFailure.explain(e, context, null);
                }
            } catch (IOException e) {
                if (context.isSent()) {
                    closeIdleConnections();
                }
                throw SendFailure.explain(e, context, unusedSystemProxy());
            } catch (IllegalStateException e) {
                // The pool was closed under the call; a CancellationException is one too.
                throw context.isSent()
                        ? new IOException("the component is being stopped", e)
                        : ConnectionLimit.stopping(e);
            }
        }
    }

    /** What has swallowed an answer, such as a firewall, has often forgotten all connections. Those in use are left alone. */
    private void closeIdleConnections() {
        if (endpoint.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager pool) {
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    private String unusedSystemProxy() {
        boolean unused = options.proxy() == null && !options.useSystemProperties();
        return unused && System.getProperty(SYSTEM_PROXY) != null ? SYSTEM_PROXY : null;
    }

    private HttpUriRequestBase httpRequest(OktaRequest request) {
        HttpUriRequestBase http = request(request.method(), request.target(), JSON_CONTENT);
        request.headers().forEach(http::setHeader);
        // Okta answers 411 to a POST or PUT without Content-Length: HttpCore sends 0 where there is no entity.
        if (request.body() != null) {
            http.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return http;
    }

    private HttpUriRequestBase request(HttpMethod method, String target, Map<String, String> headers) {
        HttpUriRequestBase http = new HttpUriRequestBase(method.name(), ROOT);
        http.setPath(target);
        http.setHeader("Accept", JSON);
        http.setHeader("User-Agent", userAgent);
        headers.forEach(http::setHeader);
        return http;
    }

    private OktaResponse read(ClassicHttpResponse response, HttpUriRequestBase request, PageBuffer page)
            throws IOException {
        try {
            HttpEntity entity = response.getEntity();
            JsonBytes body =
                    entity == null ? null : bodyReader.read(entity.getContent(), entity.getContentLength(), page);
            return requireJson(OktaResponse.read(response.getCode(), headers(response), body));
        } catch (IOException e) {
            // Otherwise HttpClient would read the rest of the answer, which may have no end, before it gives up.
            request.cancel();
            throw e;
        }
    }

    private static List<Header> headers(ClassicHttpResponse response) {
        var lines = response.getHeaders();
        Header[] headers = new Header[lines.length];
        for (int i = 0; i < lines.length; i++) {
            headers[i] = new Header(lines[i].getName(), lines[i].getValue());
        }
        return List.of(headers);
    }

    /** A success that is a web page comes from a proxy or a sign-in portal: it does not tell what Okta did. */
    private static OktaResponse requireJson(OktaResponse response) throws IOException {
        String type = response.header("Content-Type").orElse(JSON).toLowerCase(Locale.ROOT);
        if (response.isSuccess() && response.hasBody() && !type.contains("json")) {
            throw new IOException(
                    "the answer is no JSON but " + type + ", from something in between: check orgUrl and the proxy");
        }
        return response;
    }

    /** The version that the build wrote into the jar. */
    private static String version() {
        try (InputStream in = CamelHttpTransport.class.getResourceAsStream("/META-INF/camel-okta-users.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No call waits for a connection any more, now or later. Calls in flight, and those that need not wait, go on. */
    public void endWaits() {
        limits.values().forEach(ConnectionLimit::endWaits);
    }

    /** Closes the connections. */
    @Override
    public void close() {
        endWaits();
        ServiceHelper.stopAndShutdownServices(endpoint, endpoint.getComponent());
    }
}
