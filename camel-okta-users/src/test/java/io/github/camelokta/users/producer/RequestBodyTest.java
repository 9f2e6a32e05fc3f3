/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileBinding;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBodyTest {
    private static final String JSON = "{\"profile\":{\"city\":\"Zürich\",\"nick\":null}}";
    private static DefaultCamelContext context;
    private static ObjectMapper mapper;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        context.addComponent("okta-users", component);
        context.start();
        mapper = component.getObjectMapper();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    record Profile(String city, String nick) {}

    record User(Profile profile, String type) {}

    static List<Arguments> forms() throws Exception {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("city", "Zürich");
        profile.put("nick", null);
        return List.of(
                Arguments.of("Map", Map.of("profile", profile)),
                Arguments.of("JsonNode", mapper.readTree(JSON)),
                Arguments.of("text", JSON),
                Arguments.of("StringBuilder", new StringBuilder(JSON)),
                Arguments.of("bytes", JSON.getBytes(UTF_8)),
                Arguments.of("stream", new ByteArrayInputStream(JSON.getBytes(UTF_8))),
                Arguments.of("stream cache", new InputStreamCache(JSON.getBytes(UTF_8))),
                Arguments.of("reader", new StringReader(JSON)),
                Arguments.of("buffer", ByteBuffer.wrap(JSON.getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_body_is_sent_with_its_explicit_nulls(String form, Object body) {
        assertThat(bind(body)).isEqualTo(JSON);
    }

    @Test
    void nulls_of_an_object_are_not_sent() {
        assertThat(bind(new User(new Profile("Zürich", null), null))).isEqualTo("{\"profile\":{\"city\":\"Zürich\"}}");
    }

    @Test
    void files_are_read() throws Exception {
        Path path = Files.writeString(directory.resolve("user.json"), JSON);
        assertThat(bind(path.toFile())).isEqualTo(JSON);

        GenericFile<Object> wrapped = new GenericFile<>();
        wrapped.setFile(path.toFile());
        wrapped.setBinding(new GenericFileBinding<>() {
            @Override
            public Object getBody(GenericFile<Object> file) {
                return path.toFile();
            }

            @Override
            public void setBody(GenericFile<Object> file, Object body) {}

            @Override
            public void loadContent(Exchange exchange, GenericFile<?> file) {}
        });
        assertThat(bind(wrapped)).isEqualTo(JSON);
    }

    @Test
    void text_is_UTF_8_whatever_charset_the_exchange_names() {
        for (Object body : List.of(JSON, new StringReader(JSON), new StringBuilder(JSON))) {
            Exchange exchange = exchange(body);
            exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.ISO_8859_1.name());
            assertThat(bind(exchange)).isEqualTo(JSON);
        }
    }

    @Test
    void a_stream_cache_can_be_read_again_by_a_redelivery() {
        StreamCache cache = new InputStreamCache(JSON.getBytes(UTF_8));
        assertThat(bind(cache)).isEqualTo(JSON);
        assertThat(bind(cache)).isEqualTo(JSON);
    }

    static List<Arguments> wrong() {
        String none = ", one JSON object, and this is none: a ";
        String malformed = ", and this is not well-formed JSON, or has two properties of one name";
        return List.of(
                Arguments.of(List.of(Map.of("canary", 1)), none + "java.util"),
                Arguments.of(4711, none + "java.lang.Integer"),
                Arguments.of(true, none + "java.lang.Boolean"),
                Arguments.of("", none + "java.lang.String"),
                Arguments.of("  ", none + "java.lang.String"),
                Arguments.of("canary", malformed),
                Arguments.of("\"canary\"", none + "java.lang.String"),
                Arguments.of("[{\"canary\":1}]", none + "java.lang.String"),
                Arguments.of("null", none + "java.lang.String"),
                Arguments.of("{\"a\":1}{\"canary\":2}", none + "java.lang.String"),
                Arguments.of("{\"a\":1} canary", malformed),
                Arguments.of("{\"canary\":{\"a\":1}", malformed),
                Arguments.of("{\"canary\":\"", malformed),
                Arguments.of("{'canary':1}", malformed),
                Arguments.of("{\"canary\":1,}", malformed),
                Arguments.of("{\"canary\":01}", malformed),
                Arguments.of("{\"a\":\"canary\n\"}", malformed),
                Arguments.of("{\"canary\":" + "[".repeat(5000), malformed),
                Arguments.of("<canary/>".getBytes(UTF_8), malformed),
                Arguments.of(new byte[0], none + "[B"),
                Arguments.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, malformed),
                Arguments.of(
                        "{\"canary\":1}".getBytes(StandardCharsets.UTF_16),
                        ", in UTF-8, and this is in another encoding"),
                Arguments.of(new Object(), ", and a java.lang.Object cannot be written as JSON"),
                Arguments.of(new Canary(), ", and a " + Canary.class.getName() + " cannot be written as JSON"));
    }

    static final class Canary {
        public String getSecret() {
            throw new IllegalStateException("canary");
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_body_is_refused_and_not_quoted(Object body, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(body))
                .withMessageStartingWith("update needs a User as its body" + why)
                .satisfies(e -> assertThat(e.getMessage().replace(Canary.class.getName(), ""))
                        .doesNotContainIgnoringCase("canary"))
                .withNoCause();
    }

    @Test
    void a_stream_that_breaks_is_refused_in_a_sentence_too() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("canary");
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(broken))
                .withMessageStartingWith(
                        "update cannot read its body, a " + getClass().getName());
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_body_is_refused_where_one_is_needed(OktaUsersOperation operation) {
        Exchange exchange = exchange(null);
        operation.pathParams().forEach(param -> exchange.getMessage()
                .setHeader(param.header(), "00ub0oNGTSWTBKOLGLNR"));
        exchange.getMessage().setHeader("CamelOktaUsersSendEmail", true);
        RequestBinder binder = binder(operation);
        if (operation.body().isEmpty()) {
            assertThat(binder.bind(exchange.getMessage()).body()).isNull();
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binder.bind(exchange.getMessage()))
                .withMessage(
                        "%s needs a body: set a %s as Map, JSON text, bytes, stream, JsonNode or object",
                        operation, operation.body().get());
    }

    private static String bind(Object body) {
        return bind(exchange(body));
    }

    private static String bind(Exchange exchange) {
        return new String(
                binder(OktaUsersOperation.update).bind(exchange.getMessage()).body(), UTF_8);
    }

    private static Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("CamelOktaUsersUserId", "00u1");
        return exchange;
    }

    private static RequestBinder binder(OktaUsersOperation operation) {
        return new RequestBinder(operation, OrgUrl.parse("https://acme.okta.com"), param -> null, mapper);
    }
}
