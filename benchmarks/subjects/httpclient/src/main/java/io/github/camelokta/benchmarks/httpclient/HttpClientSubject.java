/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.httpclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.benchmarks.worker.Subject;
import io.github.camelokta.benchmarks.worker.Worker;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Apache HttpClient 5 and Jackson without anything around them: what the others are compared with. */
public final class HttpClientSubject implements Subject {
    private static final int CONNECTIONS = 64;
    private static final String NEXT = "; rel=\"next\"";

    private final ObjectMapper json = new ObjectMapper();
    private final CloseableHttpClient http = HttpClients.custom()
            .disableCookieManagement()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .build();
    private final String users;

    private HttpClientSubject(String url) {
        this.users = url + "/api/v1/users";
    }

    public static void main(String[] args) throws Exception {
        Worker.serve(args, (url, option) -> new HttpClientSubject(url));
    }

    private record Page(JsonNode users, String next) {}

    @Override
    public JsonNode get(String id) throws IOException {
        return send(new HttpGet(users + "/" + id), this::tree);
    }

    @Override
    public void suspend(String id) throws IOException {
        send(new HttpPost(users + "/" + id + "/lifecycle/suspend"), this::tree);
    }

    @Override
    public void list(UserSink sink) throws IOException {
        String next = users + "?limit=200";
        while (next != null) {
            Page page = send(new HttpGet(next), response -> new Page(tree(response), next(response)));
            for (JsonNode user : page.users()) {
                sink.take(user.get("id").textValue(), user);
            }
            next = page.next();
        }
    }

    private JsonNode tree(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("Status " + response.getCode());
        }
        return json.readTree(response.getEntity().getContent());
    }

    private static String next(ClassicHttpResponse response) {
        for (Header link : response.getHeaders("Link")) {
            String value = link.getValue();
            if (value.endsWith(NEXT)) {
                return value.substring(1, value.length() - NEXT.length() - 1);
            }
        }
        return null;
    }

    private <T> T send(HttpUriRequestBase request, HttpClientResponseHandler<T> reader) throws IOException {
        request.setHeader("Authorization", "SSWS benchmark");
        request.setHeader("Accept", "application/json");
        return http.execute(request, reader);
    }
}
