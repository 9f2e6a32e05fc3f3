/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.audit.OktaWriteEvent;
import io.github.camelokta.users.support.Keys;
import io.github.camelokta.users.support.LogCapture;
import io.github.camelokta.users.support.RawServer;
import io.github.camelokta.users.support.SeenByPeople;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that is set as usual, in properties, is looked for in everything that a person or a tool may read. */
class CanaryTest {
    private static final String CANARY = "00Canary4711Secret";
    private static final String BASIC = Base64.getEncoder().encodeToString(("pat:" + CANARY).getBytes(UTF_8));
    private static final String ECHO = "{\"errorCode\":\"E0000001\",\"errorSummary\":\"bad " + CANARY
            + "\",\"errorId\":\"" + CANARY + "\",\"errorCauses\":[{\"errorSummary\":\"" + CANARY + " is bad\"}]}";

    private static final String PEM = Keys.pem(Keys.ec("secp256r1").getPrivate());

    private static final String ASSERTION = "&client_assertion=";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger refusedTokens = new AtomicInteger();
    private final SeenByPeople shown = new SeenByPeople();
    private final SimpleEventNotifierSupport events = new SimpleEventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof OktaWriteEvent write) {
                shown.add(
                        write + write.getPrincipal() + write.getUserId() + write.getRequestId() + write.getErrorCode());
            }
        }
    };
    private final List<String> secrets = new ArrayList<>(
            List.of(CANARY, BASIC, PEM.lines().skip(1).findFirst().orElseThrow()));

    @ParameterizedTest
    @ValueSource(strings = {"token", "accessToken", "proxyPassword", "privateKey"})
    void a_secret_shows_nowhere(String secret) throws Exception {
        try (RawServer okta = new RawServer(this::answerTo);
                LogCapture log = new LogCapture()) {
            Main main = new Main();
            properties(secret, okta).forEach(main::addInitialProperty);
            main.addInitialProperty("camel.main.devConsoleEnabled", "true");
            main.addInitialProperty("camel.health.producersEnabled", "true");
            main.bind("metricsRegistry", meters);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:get").to("okta-users:get");
                    from("direct:suspend").to("okta-users:suspend");
                    from("direct:toD").toD("okta-users:get?userId=00u1");
                }
            });
            main.start();
            try {
                CamelContext context = main.getCamelContext();
                context.getManagementStrategy().addEventNotifier(events);
                for (String id : List.of("ok", "echo", "unauthorized", "broken", "nothttp", "a/b")) {
                    call(context, "direct:get", id);
                    call(context, "direct:suspend", id);
                }
                // A refused app is asked about again only after some seconds.
                await("the secret is in use").atMost(Duration.ofMinutes(1)).until(() -> {
                    call(context, "direct:toD", "ok");
                    return okta.requests().stream()
                            .anyMatch(request -> request.contains(secret.startsWith("proxy") ? BASIC : CANARY));
                });
                lookAtObservation(context);
                shown.look(context);
            } finally {
                main.stop();
            }
            log.lines().forEach(shown::add);
            secrets.addAll(assertions(okta));
        }
        assertThat(shown.texts()).hasSizeGreaterThan(100);
        assertThat(shown.texts().stream().filter(text -> secrets.stream().anyMatch(text::contains)))
                .isEmpty();
    }

    private static Map<String, String> properties(String secret, RawServer okta) {
        String prefix = "camel.component.okta-users.";
        return switch (secret) {
            case "proxyPassword" ->
                Map.of(
                        prefix + "orgUrl", "http://127.0.0.1:1",
                        prefix + "token", "00other",
                        prefix + "proxyHost", "127.0.0.1",
                        prefix + "proxyPort", "" + okta.port(),
                        prefix + "proxyUsername", "pat",
                        prefix + "proxyPassword", CANARY);
            case "privateKey" ->
                Map.of(
                        prefix + "orgUrl",
                        okta.url(),
                        prefix + "oauthClientId",
                        "0oaNightly",
                        prefix + "privateKey",
                        PEM);
            default -> Map.of(prefix + "orgUrl", okta.url(), prefix + secret, CANARY);
        };
    }

    /** What the token endpoint was sent. */
    private static List<String> assertions(RawServer okta) {
        return okta.requests().stream()
                .filter(request -> request.contains(ASSERTION))
                .map(CanaryTest::assertion)
                .toList();
    }

    private static String assertion(String tokenRequest) {
        return tokenRequest.substring(tokenRequest.indexOf(ASSERTION) + ASSERTION.length());
    }

    private void answerTo(String request, OutputStream out, Socket connection) throws Exception {
        if (request.contains(ASSERTION) && refusedTokens.getAndIncrement() < 3) {
            String echo = "{\"error\":\"invalid_request\",\"error_description\":\"" + assertion(request) + "\"}";
            write(out, answer("400 Bad Request", echo));
        } else if (request.contains(ASSERTION)) {
            write(out, answer("200 OK", "{\"expires_in\":3600,\"access_token\":\"" + CANARY + "\"}"));
        } else if (request.contains("http://127.0.0.1:1/") && !request.contains("Proxy-Authorization")) {
            write(out, answer("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"p\""));
        } else if (request.contains("/echo")) {
            write(out, answer("400 Bad Request", ECHO));
        } else if (request.contains("/unauthorized")) {
            write(out, answer("401 Unauthorized", ECHO));
        } else if (request.contains("/broken")) {
            write(out, answer("200 OK", "<html>" + CANARY));
        } else if (request.contains("/nothttp")) {
            write(out, "HTTP/1.1 200 OK\r\n" + CANARY + "\r\n\r\n");
            connection.close();
        } else {
            write(out, answer("200 OK", "{}"));
        }
    }

    private void call(CamelContext context, String uri, String id) {
        try {
            Exchange exchange = context.createFluentProducerTemplate()
                    .to(uri)
                    .withHeader("CamelOktaUsersUserId", id)
                    .send();
            shown.add(exchange.getException());
            shown.add(exchange.getMessage().getHeaders().toString());
        } catch (RuntimeException e) {
            shown.add(e);
        }
    }

    /** What the component shows of itself: each must be there to be looked at. */
    private void lookAtObservation(CamelContext context) {
        DevConsole console = context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("okta-users");
        String json = console.call(MediaType.JSON, Map.of()).toString();
        assertThat(json).contains("caller=", "lastErrors=");
        shown.add(json);
        shown.add(console.call(MediaType.TEXT, Map.of()).toString());
        List<HealthCheck.Result> checks = HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:okta-users:"))
                .toList();
        assertThat(checks).hasSize(1);
        checks.forEach(result -> shown.add(result.getCheck().getId() + result.getMessage() + result.getDetails()));
        assertThat(meters.getMeters()).isNotEmpty();
        meters.getMeters().forEach(meter -> shown.add(meter.getId() + " " + meter.measure()));
    }
}
