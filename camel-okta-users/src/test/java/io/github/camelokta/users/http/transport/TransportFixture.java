/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.interceptor.InterceptorChain;
import io.github.camelokta.users.http.interceptor.RetryOptions;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import io.github.camelokta.users.support.RawServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pipeline down to a real socket, with options that a test may set before its first call. */
abstract class TransportFixture {
    static final String TOKEN = "00CanarySecret";
    final DefaultCamelContext context = new DefaultCamelContext();
    Duration connectTimeout = Duration.ofSeconds(5);
    Duration responseTimeout = Duration.ofSeconds(20);
    int maxConnections = 20;
    long maxResponseSize = 100_000;
    SSLContextParameters ssl;
    boolean globalSsl;
    Proxy proxy;
    boolean useSystemProperties;
    HttpClientConfigurer configurer;
    /** How far ahead of this machine's the transport's clock is, in nanoseconds. */
    final AtomicLong ahead = new AtomicLong();

    private CamelHttpTransport transport;

    @BeforeEach
    void startContext() {
        context.start();
    }

    @AfterEach
    void stopContext() {
        closeTransport();
        context.stop();
    }

    final void closeTransport() {
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }

    final CamelHttpTransport transport() {
        if (transport == null) {
            transport = new CamelHttpTransport(
                    context,
                    new TransportOptions(
                            connectTimeout,
                            responseTimeout,
                            maxConnections,
                            maxResponseSize,
                            ssl,
                            globalSsl,
                            proxy,
                            useSystemProperties,
                            configurer),
                    () -> System.nanoTime() + ahead.get());
        }
        return transport;
    }

    final OktaClient client() {
        // What the transport makes of a fault shows at the first attempt.
        RetryOptions once = new RetryOptions(1, Duration.ZERO, nanos -> true, () -> 0);
        return InterceptorChain.create(
                new FixedToken(), new RateLimitGovernor().limiter("", ""), transport(), List.of(), once);
    }

    /** What a call came to; null for a success. */
    final OktaUsersException failure(String org, OktaUsersOperation operation) {
        return catchThrowableOfType(
                OktaUsersException.class, () -> client().send(request(org, operation), CallContext.of(Priority.CALL)));
    }

    static OktaRequest request(String org, OktaUsersOperation operation) {
        List<String> ids = operation.pathParams().stream().map(Enum::name).toList();
        byte[] body = operation.body().isPresent() ? "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8) : null;
        return OktaRequest.of(operation, OrgUrl.parse(org), ids, "", Map.of(), body);
    }

    static List<String> posts(RawServer okta) {
        return sent(okta, "POST ");
    }

    static List<String> gets(RawServer okta) {
        return sent(okta, "GET ");
    }

    private static List<String> sent(RawServer okta, String method) {
        return okta.requests().stream()
                .filter(request -> request.startsWith(method))
                .toList();
    }

    private static final class FixedToken implements Credentials {
        @Override
        public Map<String, String> headersFor(AuthorizedCall call) {
            return Map.of("Authorization", "SSWS " + TOKEN);
        }

        @Override
        public Collection<String> secrets() {
            return List.of(TOKEN);
        }
    }
}
