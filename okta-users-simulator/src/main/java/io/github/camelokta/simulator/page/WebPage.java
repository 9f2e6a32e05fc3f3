/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The live page for people: {@code GET /}, with its style and script, its changing part under
 * {@code /simulator/fragment} and the same as JSON under {@code /simulator/state}. No token is asked for and none is shown.
 * {@code POST /simulator/reset} resets the org.
 */
public final class WebPage {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String RESET_PATH = "/simulator/reset";

    private final PageReader reader;
    private final String token;
    private final Runnable reset;

    /** Shows what {@code reader} reads; {@code reset} is for callers with the org's token. */
    public WebPage(PageReader reader, String token, Runnable reset) {
        this.reader = reader;
        this.token = token;
        this.reset = reset;
    }

    /** Whether this request is for the page rather than for the org. */
    public boolean serves(OrgRequest request) {
        boolean page = request.method().equals("GET")
                && (request.path().equals("/") || request.path().startsWith("/simulator/"));
        return page || resets(request);
    }

    private static boolean resets(OrgRequest request) {
        return request.method().equals("POST") && request.path().equals(RESET_PATH);
    }

    /** The page or one of its parts; a reset is for tests in other languages, and needs the org's token. */
    public Reply answer(OrgRequest request) {
        if (resets(request)) {
            if (!("SSWS " + token).equals(request.header("authorization"))) {
                return Reply.empty(401);
            }
            reset.run();
            return Reply.noContent();
        }
        Reply reply =
                switch (request.path()) {
                    case "/" ->
                        html(new String(resource("page.html"), StandardCharsets.UTF_8)
                                .replace(
                                        "<!--state-->",
                                        PageHtml.of(reader.read(request.query().getOrDefault("user", "")))));
                    case "/simulator/fragment" ->
                        html(PageHtml.of(reader.read(request.query().getOrDefault("user", ""))));
                    case "/simulator/state" ->
                        Reply.ok(json(reader.read(request.query().getOrDefault("user", ""))));
                    case "/simulator/page.css" -> Reply.of(200, "text/css; charset=utf-8", resource("page.css"));
                    case "/simulator/page.js" -> Reply.of(200, "text/javascript; charset=utf-8", resource("page.js"));
                    default -> Reply.empty(404);
                };
        return reply.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    private static Reply html(String html) {
        return Reply.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(PageState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("now", state.now().toString());
        json.put("total", state.total());
        ObjectNode counts = json.putObject("counts");
        state.counts().forEach((status, count) -> counts.put(status.name(), count));
        ArrayNode users = json.putArray("users");
        for (PageState.User user : state.users()) {
            users.addObject()
                    .put("id", user.id())
                    .put("name", user.name())
                    .put("login", user.login())
                    .put("status", user.status().name())
                    .put("lastUpdated", user.lastUpdated().toString());
        }
        json.put("totalRequests", state.totalRequests());
        ArrayNode requests = json.putArray("requests");
        for (PageState.Request request : state.requests()) {
            requests.addObject()
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("target", request.target())
                    .put("status", request.status());
        }
        return json;
    }

    private static byte[] resource(String name) {
        try (InputStream in = WebPage.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
