/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OrgConfiguration;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.support.Keys;
import io.github.camelokta.users.support.LogCapture;
import io.github.camelokta.users.support.RawServer;
import io.github.camelokta.users.support.Relay;
import io.github.camelokta.users.support.SeenByPeople;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation, with every way to sign in and every kind of failure, while every logger speaks at TRACE: no secret that
 * went over the wire, in either direction, shows in anything that people see.
 */
class EverySecretTest {
    private static final String TOKEN = "00CanaryApiToken4711";
    private static final String ACCESS_TOKEN = "eyCanaryAccessToken4711";
    private static final KeyPair PAIR = Keys.ec("secp256r1");
    /** What requests and answers hold that must be shown to nobody. */
    private static final Pattern ON_THE_WIRE = Pattern.compile("\r\n(?:Authorization: \\S+|DPoP:) (\\S+)\r"
            + "|client_assertion=([^&\\s]+)|\"(?:access_token|tempPassword|activationToken)\":\"([^\"]+)\""
            + "|\"(?:activationUrl|resetPasswordUrl)\":\"[^\"]*?/([^\"/]{20,})(?:/verify)?\"");

    private static final String HEADERS_LOG = "org.apache.hc.client5.http.headers";

    private enum SignIn {
        TOKEN,
        ACCESS_TOKEN,
        SERVICE_APP,
        SERVICE_APP_WITH_DPOP
    }

    private enum Failure {
        NONE,
        REFUSED,
        UNAUTHORIZED,
        SERVER_ERROR,
        CUT,
        WEB_PAGE,
        NO_HTTP
    }

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final SeenByPeople seen = new SeenByPeople();
    private volatile Failure failure;

    @ParameterizedTest
    @EnumSource
    void no_secret_shows(SignIn signIn) throws Exception {
        secrets.addAll(OperationCalls.SECRETS);
        secrets.add(Keys.pem(PAIR.getPrivate()).lines().skip(1).findFirst().orElseThrow());
        int calls = 0;
        try (OktaSimulator okta = OktaSimulator.builder()
                        .token(TOKEN)
                        .serviceApp(app(signIn))
                        .start();
                RawServer front = new RawServer((request, out, connection) -> meet(request, out, connection, okta));
                LogCapture log = new LogCapture();
                DefaultCamelContext context = new DefaultCamelContext()) {
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            component.setMaxAttempts(1);
            component.setMaxWait(0);
            configure(signIn, component.getConfiguration(), front.url());
            context.addComponent("okta-users", component);
            context.start();
            for (OktaUsersOperation operation : OktaUsersOperation.values()) {
                for (Failure each : Failure.values()) {
                    call(context, operation, each, okta);
                    calls++;
                }
            }
            seen.look(context);
            Stream.of(component, component.getConfiguration(), component.getRateLimitGovernor())
                    .forEach(object -> seen.add(String.valueOf(object)));
            log.lines().stream().filter(line -> !isTheOrgs(line)).forEach(seen::add);
        }
        assertThat(secrets).as("secrets that were on the wire").hasSizeGreaterThan(10);
        assertThat(seen.texts())
                .anyMatch(text -> text.contains(HEADERS_LOG) && text.endsWith("Authorization: xxxxxx"))
                .noneMatch(text -> text.contains(" org.apache.hc.client5.http.wire "));
        String all = String.join("\n", seen.texts());
        assertThat(secrets.stream().filter(all::contains).map(secret -> secret + " in " + where(secret)))
                .isEmpty();
        System.out.printf(
                "EverySecretTest %s: %d calls, %d secrets on the wire, none in %d texts%n",
                signIn, calls, secrets.size(), seen.texts().size());
    }

    private String where(String secret) {
        return seen.texts().stream()
                .filter(text -> text.contains(secret))
                .findFirst()
                .orElse("");
    }

    /** The simulated org runs in the same process and logs too. */
    private static boolean isTheOrgs(String line) {
        return line.matches("(?s)[A-Z]+ (WireMock|wiremock\\.|io\\.github\\.camelokta\\.simulator).*");
    }

    private static ServiceApp app(SignIn signIn) {
        ServiceApp app = ServiceApp.of("0oaNightly")
                .key(PAIR.getPublic())
                .scopes(Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new));
        return signIn == SignIn.SERVICE_APP_WITH_DPOP ? app.requireDpop() : app;
    }

    private static void configure(SignIn signIn, OrgConfiguration configuration, String org) {
        configuration.setOrgUrl(org);
        switch (signIn) {
            case TOKEN -> configuration.setToken(TOKEN);
            case ACCESS_TOKEN -> configuration.setAccessToken(ACCESS_TOKEN);
            default -> {
                configuration.setOauthClientId("0oaNightly");
                configuration.setPrivateKey(Keys.pem(PAIR.getPrivate()));
            }
        }
    }

    private void call(DefaultCamelContext context, OktaUsersOperation operation, Failure each, OktaSimulator okta) {
        okta.reset();
        okta.accept("Bearer " + ACCESS_TOKEN);
        Map<String, Object> headers = OperationCalls.headers(operation, okta);
        failure = each;
        try {
            Exchange exchange = context.createFluentProducerTemplate()
                    .to(OperationCalls.uri(operation))
                    .withHeaders(headers)
                    .withBody(OperationCalls.body(operation))
                    .send();
            seen.add(exchange.getException());
            seen.add(exchange + " " + exchange.getMessage().getHeaders() + " " + exchange.getAllProperties());
        } catch (RuntimeException e) {
            seen.add(e);
        }
    }

    private void meet(String request, OutputStream out, Socket connection, OktaSimulator okta) throws IOException {
        remember(request);
        if (failure == Failure.NONE || request.startsWith("POST /oauth2/")) {
            byte[] answer = Relay.forward(request, URI.create(okta.orgUrl()).getPort());
            remember(new String(answer, StandardCharsets.UTF_8));
            out.write(answer);
            out.flush();
            connection.close();
            return;
        }
        String echo = echo(request);
        switch (failure) {
            case REFUSED -> write(out, answer("400 Bad Request", error("E0000001", echo)));
            case UNAUTHORIZED -> write(out, answer("401 Unauthorized", error("E0000011", echo)));
            case SERVER_ERROR -> write(out, answer("500 Internal Server Error", error("E0000009", echo)));
            case WEB_PAGE ->
                write(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + echo.length() + "\r\n\r\n"
                                + echo);
            case NO_HTTP -> {
                write(out, "HTTP/1.1 200 OK\r\n" + echo + "\r\n\r\n");
                connection.close();
            }
            default -> connection.close();
        }
    }

    /** The credential of the request, as a server that is broken or hostile might repeat it. */
    private static String echo(String request) {
        Matcher header = Pattern.compile("\r\nAuthorization: \\S+ (\\S+)\r").matcher(request);
        return header.find() ? header.group(1) : "";
    }

    private static String error(String code, String echo) {
        return "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"bad " + echo + "\",\"errorId\":\"" + echo
                + "\",\"errorCauses\":[{\"errorSummary\":\"" + echo + " is bad\"}]}";
    }

    private void remember(String message) {
        Matcher secret = ON_THE_WIRE.matcher(message);
        while (secret.find()) {
            for (int group = 1; group <= secret.groupCount(); group++) {
                if (secret.group(group) != null) {
                    secrets.add(secret.group(group));
                }
            }
        }
    }
}
