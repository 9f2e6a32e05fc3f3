/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tests' caller: the JDK's HTTP client with the token. */
public final class OktaClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer with its body as JSON. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + response.body(), e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The URL of this relation, or null. */
        public String link(String rel) {
            for (String line : response.headers().allValues("Link")) {
                if (line.endsWith("rel=\"" + rel + "\"")) {
                    return line.substring(1, line.indexOf('>'));
                }
            }
            return null;
        }

        public String error() {
            return status() + " " + json().path("errorCode").asText();
        }

        /** One attribute of each user of a list. */
        public List<String> logins() {
            return json().findParents("login").stream()
                    .map(profile -> profile.get("login").asText())
                    .toList();
        }
    }

    private final OktaSimulator okta;

    public OktaClient(OktaSimulator okta) {
        this.okta = okta;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Single quotes in {@code body} stand for double ones. {@code path} may be a whole URL. */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : okta.orgUrl() + path))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .setHeader("Authorization", "SSWS " + okta.token())
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
