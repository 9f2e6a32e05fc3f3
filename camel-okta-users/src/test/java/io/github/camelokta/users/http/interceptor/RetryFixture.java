/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The retry link between the error link and an org that answers as a test has written down, without a server or a wait. */
abstract class RetryFixture {
    static final OrgUrl ORG = OrgUrl.parse("https://acme.okta.com");

    final List<OktaRequest> sent = new ArrayList<>();
    final List<Priority> priorities = new ArrayList<>();
    final List<Integer> attempts = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    private final Deque<Object> script = new ArrayDeque<>();
    int maxAttempts = 5;
    Duration maxWait = Duration.ofMinutes(2);
    /** Waits in full, unless a test says otherwise. */
    Sleeper pauser = nanos -> true;

    /** Answers and failures ({@link IOException}), in their order. */
    final void okta(Object... steps) {
        script.addAll(List.of(steps));
    }

    static OktaResponse answer(int status, String body, String... headers) {
        List<Header> lines = new ArrayList<>();
        for (String header : headers) {
            lines.add(new Header(header.split(": ")[0], header.split(": ")[1]));
        }
        return new OktaResponse(status, lines, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static OktaResponse ok() {
        return answer(200, "{}");
    }

    static OktaResponse error(int status, String code, String... headers) {
        return answer(status, "{'errorCode':'" + code + "','errorCauses':[]}", headers);
    }

    static OktaResponse user(String status) {
        return answer(200, "{'id':'00u1','status':'" + status + "'}");
    }

    static IOException cut() {
        return new IOException("reset");
    }

    static IOException notSent() {
        return new NotSentException("the connection was refused", true, null);
    }

    final OktaResponse send(OktaUsersOperation operation) {
        return send(request(operation, ""));
    }

    final OktaResponse send(OktaRequest request) {
        return send(request, Priority.CALL);
    }

    final OktaResponse send(OktaRequest request, Priority priority) {
        ErrorTranslator translator = new ErrorTranslator(new Redactor(List::of), Clock.systemUTC());
        RetryOptions options = new RetryOptions(maxAttempts, maxWait, this::pause, () -> 0);
        return new ErrorInterceptor(translator, new RetryInterceptor(options, translator, this::next))
                .send(request, CallContext.of(priority));
    }

    final OktaUsersException failure(OktaUsersOperation operation) {
        return failure(request(operation, ""));
    }

    final OktaUsersException failure(OktaRequest request) {
        OktaUsersException failure = catchThrowableOfType(OktaUsersException.class, () -> send(request));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    static OktaRequest request(OktaUsersOperation operation, String query, String... headers) {
        List<String> ids = operation.pathParams().stream().map(Enum::name).toList();
        byte[] body =
                operation.body().isPresent() ? "{\"type\":\"HELP_DESK_ADMIN\"}".getBytes(StandardCharsets.UTF_8) : null;
        Map<String, String> lines = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return OktaRequest.of(operation, ORG, ids, query, lines, body);
    }

    /** The operations that were sent. */
    final List<String> operations() {
        return sent.stream().map(request -> request.operation().name()).toList();
    }

    private boolean pause(long nanos) throws InterruptedException {
        boolean whole = pauser.pause(nanos);
        if (nanos > 0) {
            waits.add(Duration.ofNanos(nanos));
        }
        return whole;
    }

    private OktaResponse next(OktaRequest request, CallContext context) throws IOException {
        sent.add(request);
        priorities.add(context.priority());
        attempts.add(context.attempt());
        assertThat(script)
                .as("an answer to %s, the last of %s", request, operations())
                .isNotEmpty();
        Object step = script.remove();
        if (step instanceof IOException failure) {
            throw failure;
        }
        return (OktaResponse) step;
    }
}
