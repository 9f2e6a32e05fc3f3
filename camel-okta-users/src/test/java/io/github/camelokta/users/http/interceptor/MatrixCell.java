/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.auth.CredentialsFactory;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgSettings.Source;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.transport.BreakingSockets;
import io.github.camelokta.users.http.transport.CamelHttpTransport;
import io.github.camelokta.users.http.transport.TransportOptions;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.ratelimit.VirtualGovernor;
import io.github.camelokta.users.result.ResultReader;
import io.github.camelokta.users.result.ResultReaders;
import io.github.camelokta.users.support.Keys;
import io.github.camelokta.users.support.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.apache.camel.CamelContext;

/** One call, through the whole pipeline and a real socket, to a simulated org before which a fault lies. Nothing really waits. */
final class MatrixCell {
    static final Duration MAX_WAIT = Duration.ofMinutes(2);
    static final int MAX_ATTEMPTS = 5;
    static final Map<Repeat, OktaUsersOperation> ROWS = Map.of(
            Repeat.SAFE, OktaUsersOperation.get,
            Repeat.CONVERGES, OktaUsersOperation.clearSessions,
            Repeat.STATE_GUARDED, OktaUsersOperation.suspend,
            Repeat.NEVER, OktaUsersOperation.resetPassword,
            Repeat.DESTRUCTIVE, OktaUsersOperation.deactivateOrDelete);
    private static final ResultReader RESULTS = ResultReaders.of(ResultFormat.map, null, new ObjectMapper());
    private static final KeyPair KEY = Keys.ec("secp256r1");
    private static final Duration A_LOOK_AT_A_SLOW_ANSWER = Duration.ofSeconds(15);

    private final MatrixFault fault;
    private final OktaUsersOperation row;
    private final OktaSimulator okta;
    private final VirtualClock clock;
    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicInteger brokenConnections = new AtomicInteger();
    private final AtomicInteger slowLooks = new AtomicInteger();

    /**
     * What came of it.
     *
     * @param failure null where the caller saw a success
     * @param sent how often the call went out
     * @param done how often the org carried it out
     * @param requests all that came to the org's address
     * @param untilRetry how far ahead of the end {@code getRetryAt()} lies; null where there is none
     * @param elsewhere connections to another address
     * @param exists whether the user is still there
     */
    record Result(
            OktaUsersException failure,
            int sent,
            int done,
            Duration took,
            Duration untilRetry,
            List<String> requests,
            int elsewhere,
            boolean exists) {}

    MatrixCell(MatrixFault fault, Repeat repeat, OktaSimulator okta, VirtualClock clock) {
        this.fault = fault;
        this.row = ROWS.get(repeat);
        this.okta = okta;
        this.clock = clock;
    }

    Result run(CamelContext context) throws IOException {
        okta.reset();
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        SimulatedUser ann = okta.user("ann@example.com").session().add();
        try (RawServer elsewhere = RawServer.answering(RawServer.answer("200 OK", "{}"));
                RawServer front = new RawServer(
                        (request, out, connection) -> meet(request, out, connection, elsewhere.url()), sockets());
                CamelHttpTransport transport = new CamelHttpTransport(context, options(), this::nanos)) {
            OrgUrl org = OrgUrl.parse(fault == MatrixFault.CONNECT_REFUSED ? closedPort() : front.url());
            Instant start = clock.instant();
            OktaUsersException failure = call(client(org, transport), org, ann.id());
            return new Result(
                    failure,
                    (int) front.requests().stream().filter(this::isTheCall).count() + brokenConnections.get(),
                    okta.requests()
                            .matching(logged -> logged.status() / 100 == 2 && isTheCall(logged.methodAndPath() + " "))
                            .size(),
                    Duration.between(start, clock.instant()),
                    failure instanceof OktaRateLimitException limit
                            ? Duration.between(clock.instant(), limit.getRetryAt())
                            : null,
                    List.copyOf(front.requests()),
                    elsewhere.connections(),
                    okta.findUser(ann.id()).isPresent());
        }
    }

    private OktaUsersException call(OktaClient client, OrgUrl org, String id) {
        String query = row == OktaUsersOperation.resetPassword ? "sendEmail=false" : "";
        try {
            client.send(
                    OktaRequest.of(row, org, List.of(id), query, Map.of(), null),
                    CallContext.of(Priority.CALL).reading(success -> RESULTS.result(row, success)));
            return null;
        } catch (OktaUsersException e) {
            return e;
        }
    }

    private OktaClient client(OrgUrl org, CamelHttpTransport transport) {
        Credentials credentials = new CredentialsFactory(transport, name -> null)
                .create(OrgSettings.of(Source.COMPONENT, option -> option(option, org.toString()), null));
        OktaClient client = InterceptorChain.create(
                credentials,
                VirtualGovernor.on(clock).limiter(org.toString(), "caller"),
                transport,
                List.of(),
                new RetryOptions(MAX_ATTEMPTS, MAX_WAIT, this::pause, () -> 0),
                clock);
        return row == OktaUsersOperation.deactivateOrDelete ? new DeleteInterceptor(false, client) : client;
    }

    /** A service app whose proofs need a nonce, or the org's API token. */
    private String option(Option option, String org) {
        if (option == Option.orgUrl) {
            return org;
        }
        if (fault != MatrixFault.NONCE) {
            return option == Option.token ? okta.token() : null;
        }
        okta.serviceApp(ServiceApp.of("0oaNightly")
                .key(KEY.getPublic())
                .scopes(Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new))
                .requireDpop());
        okta.serviceApps().nonceOnCalls(true);
        return switch (option) {
            case oauthClientId -> "0oaNightly";
            case privateKey -> Keys.pem(KEY.getPrivate());
            default -> null;
        };
    }

    private static TransportOptions options() {
        Duration timeout = Duration.ofSeconds(20);
        return new TransportOptions(timeout, timeout, 20, 100_000, null, false, null, false, null);
    }

    private boolean pause(long nanos) {
        clock.advance(Duration.ofNanos(nanos));
        return true;
    }

    private long nanos() {
        if (slowLooks.get() > 0) {
            slowLooks.decrementAndGet();
            clock.advance(A_LOOK_AT_A_SLOW_ANSWER);
        }
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    private void meet(String request, OutputStream out, Socket connection, String elsewhere) throws IOException {
        MatrixFront front = new MatrixFront(
                request, out, connection, URI.create(okta.orgUrl()).getPort(), elsewhere, clock, slowLooks);
        boolean strikes =
                fault.strike != null && isTheCall(request) && (struck.getAndIncrement() == 0 || fault.isForEver());
        if (strikes) {
            fault.strike.on(front);
        } else {
            front.relay();
        }
    }

    /** Reads, which look for the effect of a call, are not the call. */
    private boolean isTheCall(String request) {
        String path = row.path().toString();
        return request.startsWith(row.method() + " /api/v1/users/")
                && request.split("[ ?]")[1].endsWith(path.substring(path.indexOf('}') + 1));
    }

    private static String closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** Breaks the connection of the call, which is the second where the user is looked at first, before it was heard. */
    private ServerSocketFactory sockets() {
        boolean before = fault == MatrixFault.RESET_BEFORE;
        if (!before && fault != MatrixFault.RESET_DURING) {
            return ServerSocketFactory.getDefault();
        }
        return new BreakingSockets(
                row == OktaUsersOperation.deactivateOrDelete ? 2 : 1, before ? 0 : 10, brokenConnections);
    }
}
