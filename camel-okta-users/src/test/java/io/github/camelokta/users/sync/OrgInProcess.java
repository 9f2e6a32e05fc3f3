/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.operation.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulated org without a server, behind a client. As Okta does, it keeps logins and mail addresses in its own case, and
 * texts trimmed. It can be killed at any call, and another writer can come in before any call.
 */
final class OrgInProcess implements OktaClient {
    static final OrgUrl URL = OrgUrl.parse("https://acme.okta.com");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNLIMITED = Integer.MAX_VALUE;

    final List<String> sent = new ArrayList<>();
    /** The lines of the requests by lane. */
    final Map<Priority, List<String>> lanes = new EnumMap<>(Priority.class);
    /** Called with the line of each request before it is answered. */
    Consumer<String> before = line -> {};
    /** The id of the token's own user; null where it has none. */
    String me;
    /** The lines of requests that are answered with 403. */
    Predicate<String> forbidden = line -> false;
    /** The call, counted from 1, that never comes back; odd and even ones die before and after Okta has acted. */
    int killedAt = UNLIMITED;

    /**
     * The write, counted from 1, whose answer is lost; odd and even ones are lost before and after Okta has acted. 0 for none.
     */
    int doubtfulWrite;

    private final List<OktaRequest> requests = new ArrayList<>();
    private final OktaOrg org;
    private final UsersApi door;
    private int calls;
    private int refused;

    OrgInProcess(OktaSimulator simulator) {
        this.org = simulator.org();
        RateLimits limits = new RateLimits(org.clock());
        RateLimits.buckets().forEach(bucket -> limits.limit(bucket, UNLIMITED));
        this.door = new UsersApi(org, limits, Set.of("SSWS t"), simulator.serviceApps());
    }

    /** Stands for a killed process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public synchronized OktaResponse send(OktaRequest request, CallContext context) {
        String line = request.method() + " " + request.target();
        before.accept(line);
        sent.add(line);
        requests.add(request);
        lanes.computeIfAbsent(context.priority(), lane -> new ArrayList<>()).add(line);
        boolean killed = ++calls == killedAt;
        if (killed && calls % 2 == 1) {
            throw new Killed();
        }
        boolean doubtful = request.method() != HttpMethod.GET && writesSent() == doubtfulWrite;
        if (doubtful && doubtfulWrite % 2 == 1) {
            throw lost(request);
        }
        if (forbidden.test(line)) {
            throw OktaUsersException.of(request.operation() + " failed: 403")
                    .operation(request.operation().name())
                    .status(403)
                    .error("E0000006", "", List.of(), "")
                    .build();
        }
        Reply reply = door.answer(translated(request), Optional.empty());
        if (request.method() != HttpMethod.GET && reply.status() / 100 == 4) {
            refused++;
        }
        if (killed) {
            throw new Killed();
        }
        if (doubtful && reply.status() / 100 == 2) {
            throw lost(request);
        }
        return checked(request, context, reply);
    }

    private static OktaUsersException lost(OktaRequest request) {
        return OktaUsersException.of(request.operation() + " failed: no whole answer came")
                .operation(request.operation().name())
                .inDoubt(true)
                .build();
    }

    /** The writes with headers and body, and with what stands for an id where it is none of these. */
    List<String> written(Set<String> known) {
        return requests.stream()
                .filter(request -> request.method() != HttpMethod.GET)
                .map(request -> request.method() + " " + anonymous(request.target(), known) + " " + request.headers()
                        + " " + (request.body() == null ? "null" : json(request.body())))
                .toList();
    }

    private static String anonymous(String target, Set<String> known) {
        return Pattern.compile("00u\\w{17}")
                .matcher(target)
                .replaceAll(id -> known.contains(id.group()) ? id.group() : Matcher.quoteReplacement("{userId}"));
    }

    /** The writes that the org did not refuse. */
    long writes() {
        return writesSent() - refused;
    }

    long writesSent() {
        return sent.stream().filter(line -> !line.startsWith("GET")).count();
    }

    long lists() {
        return sent.stream()
                .filter(line -> line.startsWith("GET /api/v1/users?"))
                .count();
    }

    long gets() {
        return sent.size() - writesSent() - lists();
    }

    void restart() {
        sent.clear();
        requests.clear();
        doubtfulWrite = 0;
        calls = 0;
        refused = 0;
        killedAt = UNLIMITED;
    }

    private static OktaResponse checked(OktaRequest request, CallContext context, Reply reply) {
        List<Header> headers = reply.headers().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
        if (reply.status() / 100 == 2) {
            OktaResponse response = new OktaResponse(reply.status(), headers, reply.bytes());
            try {
                context.read(response);
            } catch (IOException e) {
                throw UnreadableAnswer.failure(request, response, e)
                        .inDoubt(true)
                        .build();
            }
            return response;
        }
        JsonNode error = json(reply.bytes());
        throw OktaUsersException.of(request.operation() + " failed: " + reply.status())
                .operation(request.operation().name())
                .status(reply.status())
                .error(error.path("errorCode").asText(), "", List.of(), "")
                .build();
    }

    private OrgRequest translated(OktaRequest request) {
        String[] parts = request.target().split("\\?", 2);
        Map<String, String> query = new LinkedHashMap<>();
        if (parts.length == 2 && !parts[1].isEmpty()) {
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        Map<String, String> headers = new HashMap<>(Map.of("authorization", "SSWS t", "content-length", "1"));
        headers.put("content-type", "application/json");
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        byte[] body = request.method() == HttpMethod.GET || request.body() == null ? new byte[0] : kept(request.body());
        String path = me == null ? parts[0] : parts[0].replaceFirst("/users/me$", "/users/" + me);
        return new OrgRequest(request.method().name(), path, query, headers, body, URL.toString());
    }

    private static byte[] kept(byte[] body) {
        JsonNode json = json(body);
        if (json.path("profile") instanceof ObjectNode profile) {
            List.copyOf(profile.properties()).forEach(attribute -> {
                if (attribute.getValue().isTextual()) {
                    String text = attribute.getValue().textValue().strip();
                    boolean caseless = Set.of("login", "email").contains(attribute.getKey());
                    profile.put(attribute.getKey(), caseless ? text.toLowerCase(Locale.ROOT) : text);
                }
            });
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
