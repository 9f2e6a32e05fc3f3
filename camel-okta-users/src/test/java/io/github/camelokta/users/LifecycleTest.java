/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static io.github.camelokta.users.support.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.support.LogCapture;
import io.github.camelokta.users.support.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component over its life: orgs, pool, restart, credentials, threads. */
class LifecycleTest {
    private static final String TOKEN = "00CanarySecret";
    private final RawServer okta = new RawServer((request, out, connection) -> {
        String path = request.split(" ")[1];
        RawServer.write(
                out,
                request.contains("stale")
                        ? answer("401 Unauthorized", "{\"errorCode\":\"E0000011\"}")
                        : answer("200 OK", "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}"));
    });
    private final DefaultCamelContext context = new DefaultCamelContext();
    private OktaUsersComponent component;

    @TempDir
    Path directory;

    private void start(Map<String, String> environment) {
        component = new OktaUsersComponent(context, environment::get);
        context.getRegistry().bind("okta-users", component);
        context.start();
    }

    private void startWithToken() {
        start(Map.of("OKTA_CLIENT_ORGURL", okta.url(), "OKTA_CLIENT_TOKEN", TOKEN));
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        okta.close();
    }

    @Test
    void endpoints_share_one_pool_which_is_closed_with_the_context() {
        startWithToken();
        for (String uri : List.of("get?userId=a", "get?userId=b", "suspend?userId=c")) {
            call(uri);
        }
        assertThat(okta.requests()).hasSize(3);
        assertThat(okta.connections()).isEqualTo(1);

        context.stop();

        await().until(() -> okta.ended() == 1);
    }

    @Test
    void a_context_and_a_route_can_be_started_again() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("r").to("okta-users:get?userId=a&orgUrl=" + okta.url() + "&token=" + TOKEN);
            }
        });
        context.start();
        ask("direct:in");
        context.getRouteController().stopRoute("r");
        context.getRouteController().startRoute("r");
        ask("direct:in");
        context.suspend();
        context.resume();
        ask("direct:in");
        context.stop();
        context.start();
        assertThat(ask("direct:in").getException()).isNull();
        assertThat(okta.requests()).hasSize(4);
    }

    @Test
    void an_endpoints_own_set_goes_before_and_each_token_to_its_own_org() throws Exception {
        startWithToken();
        try (RawServer other = RawServer.answering(answer("200 OK", "{}"))) {
            call("get?userId=a");
            call("get?userId=a&orgUrl=" + other.url() + "&token=00other");
            call("get?userId=a&orgUrl=" + okta.url() + "&accessToken=second");
            assertThat(other.requests()).hasSize(1).allMatch(request -> request.contains("SSWS 00other\r\n"));
            assertThat(okta.requests()).hasSize(2).noneMatch(request -> request.contains("00other"));
            assertThat(okta.requests().get(0)).contains("\r\nAuthorization: SSWS " + TOKEN + "\r\n");
            assertThat(okta.requests().get(1)).contains("\r\nAuthorization: Bearer second\r\n");
        }
    }

    @Test
    void the_start_log_tells_from_where_the_set_was_taken_and_no_value() {
        try (LogCapture log = new LogCapture()) {
            startWithToken();
            call("get?userId=anna@acme.com");
            call("get?userId=anna@acme.com");
            assertThat(log.lines().stream().filter(line -> line.matches("\\w+ io\\.github\\.camelokta\\.users\\..*")))
                    .hasSize(1)
                    .allMatch(line -> line.contains("Okta org " + okta.url() + ", as set on the environment"))
                    .noneMatch(line -> line.contains(TOKEN) || line.contains("anna"));
        }
    }

    @Test
    void a_token_file_is_read_again_once_after_a_401_and_not_before() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "stale");
        start(Map.of("OKTA_CLIENT_ORGURL", okta.url(), "OKTA_CLIENT_TOKEN", "file:" + file));
        context.getEndpoint("okta-users:get?userId=a");

        assertThat(ask("okta-users:get?userId=a").getException())
                .isInstanceOf(OktaUsersException.class)
                .hasMessage("get failed: Okta answered 401 E0000011; the credential was refused: check that"
                        + " it is valid, not expired and of this org; 2 attempts were made");
        assertThat(okta.requests()).as("one repeat with what the file holds").hasSize(2);

        Files.writeString(file, "fresh");
        call("get?userId=a");
        assertThat(tokens()).containsExactly("stale", "stale", "fresh");

        Files.writeString(file, "unread");
        call("get?userId=a");
        assertThat(tokens()).endsWith("fresh", "fresh");
    }

    @Test
    void a_token_file_that_is_gone_after_a_401_is_told_by_name() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "stale");
        start(Map.of("OKTA_CLIENT_ORGURL", okta.url(), "OKTA_CLIENT_TOKEN", "file:" + file));
        context.getEndpoint("okta-users:get?userId=a");
        Files.delete(file);

        assertThat(ask("okta-users:get?userId=a").getException())
                .isInstanceOf(OktaUsersException.class)
                .hasMessageContaining("nothing was sent")
                .hasMessageContaining("OKTA_CLIENT_TOKEN names cannot be read");
        assertThat(okta.requests()).hasSize(1);
    }

    private List<String> tokens() {
        return okta.requests().stream()
                .map(request -> request.replaceAll("(?s).*\\nAuthorization: SSWS (\\w+)\r.*", "$1"))
                .toList();
    }

    @Test
    void an_endpoint_tells_its_service_and_never_its_token() {
        startWithToken();
        OktaUsersEndpoint endpoint = context.getEndpoint(
                "okta-users:get?orgUrl=" + okta.url() + "/&token=" + TOKEN + "&userId=a", OktaUsersEndpoint.class);
        EndpointServiceLocation service = endpoint;
        assertThat(service.getServiceUrl()).isEqualTo(okta.url());
        assertThat(service.getServiceProtocol()).isEqualTo("rest");
        assertThat(String.valueOf(service.getServiceMetadata())).doesNotContain(TOKEN);
        assertThat(endpoint.toString()).contains("token=xxxxxx").doesNotContain(TOKEN);
        assertThat(endpoint.getOperation()).isEqualTo("get");
        assertThat(endpoint.isSingleton()).isTrue();
        assertThat(endpoint.isRemote()).isTrue();
    }

    @Test
    void a_route_in_YAML_runs() throws Exception {
        startWithToken();
        String yaml = """
                - route:
                    from:
                      uri: direct:yaml
                      steps:
                        - to:
                            uri: okta-users:get
                            parameters:
                              userId: RAW(anna+1@acme.com)
                              resultFormat: string
                        - toD:
                            uri: okta-users:suspend
                            parameters:
                              userId: "${header.id}"
                """;
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("users.yaml", yaml));
        Exchange exchange = context.createFluentProducerTemplate()
                .to("direct:yaml")
                .withHeader("id", "00u1")
                .send();
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"id\":\"anna%2B1%40acme.com\"}");
        assertThat(okta.requests().get(1)).startsWith("POST /api/v1/users/00u1/lifecycle/suspend HTTP/1.1");
    }

    @Test
    void sixty_four_threads_on_one_producer_get_each_its_own_answer() throws Exception {
        startWithToken();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try (ProducerTemplate template = context.createProducerTemplate()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 640; i++) {
                String id = "00u" + i;
                calls.add(threads.submit(() -> {
                    Map<?, ?> user = template.requestBodyAndHeader(
                            "okta-users:get", null, "CamelOktaUsersUserId", id, Map.class);
                    assertThat(user.get("id")).isEqualTo(id);
                }));
            }
            for (Future<?> call : calls) {
                call.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(okta.requests()).hasSize(640);
        assertThat(okta.connections()).isLessThanOrEqualTo(20);
    }

    private void call(String uri) {
        assertThat(ask("okta-users:" + uri).getException()).isNull();
    }

    private Exchange ask(String uri) {
        return context.createFluentProducerTemplate().to(uri).send();
    }
}
