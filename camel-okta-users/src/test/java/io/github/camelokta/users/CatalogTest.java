/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Operation;
import io.github.camelokta.users.operation.OperationParam;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ties together what Camel's annotations force to be written down several times: table, options, headers, catalog. */
class CatalogTest {
    private static final JsonNode CATALOG = catalog();

    private static JsonNode catalog() {
        try {
            return new ObjectMapper()
                    .readTree(CatalogTest.class.getResource("/META-INF/io/github/camelokta/users/okta-users.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parameter_is_an_option_of_the_same_name_and_type(OperationParam param) throws Exception {
        Field field = OktaUsersConfiguration.class.getDeclaredField(param.name());
        assertThat(field.getType()).isEqualTo(param.type());
        assertThat(field.getAnnotation(UriParam.class)).isNotNull();
        boolean consumed = Arrays.stream(OktaUsersOperation.values()).anyMatch(row -> row.paged() && row.takes(param));
        assertThat(field.getAnnotation(UriParam.class).label()).isEqualTo(consumed ? "" : "producer");

        JsonNode option = CATALOG.at("/properties/" + param);
        assertThat(option.path("javaType").asText()).isEqualTo(param.type().getName());
        assertThat(option.path("description").asText()).isEqualTo(param.description() + ".");
        // Camel's generator writes false for every Boolean without a default; apart from that there must be none.
        assertThat(option.path("defaultValue").asText()).isIn("", param.type() == Boolean.class ? "false" : "");
    }

    @ParameterizedTest
    @EnumSource
    void a_parameter_is_read_from_its_option_and_no_other(OperationParam param) throws Exception {
        OktaUsersConfiguration configuration = new OktaUsersConfiguration();
        Field field = OktaUsersConfiguration.class.getDeclaredField(param.name());
        field.setAccessible(true);
        Object value = param.type() == Boolean.class ? true : param.type() == Integer.class ? (Object) 7 : "value";
        field.set(configuration, value);

        for (OperationParam other : OperationParam.values()) {
            assertThat(configuration.parameter(other)).isEqualTo(other == param ? value : null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parameter_is_a_header_of_the_same_meaning(OperationParam param) throws Exception {
        Field constant = headerConstants().get(param.header());
        assertThat(constant).as(param.header()).isNotNull();
        assertThat(constant.getName())
                .isEqualTo(param.name().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        Metadata metadata = constant.getAnnotation(Metadata.class);
        assertThat(metadata.description()).isEqualTo(param.description());
        assertThat(metadata.javaType()).isEqualTo(param.type().getSimpleName());
        assertThat(CATALOG.path("headers")
                        .path(param.header())
                        .path("description")
                        .asText())
                .isEqualTo(param.description());
    }

    @Test
    void headers_are_named_as_the_contract_has_them() {
        assertThat(OperationParam.userId.header()).isEqualTo("CamelOktaUsersUserId");
        assertThat(OperationParam.q.header()).isEqualTo("CamelOktaUsersQ");
        Set<String> others = new TreeSet<>(headerConstants().keySet());
        Arrays.stream(OperationParam.values()).map(OperationParam::header).forEach(others::remove);
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "CamelOktaUsersOperation",
                        "CamelOktaUsersIfMatch",
                        "CamelOktaUsersStatusCode",
                        "CamelOktaUsersAttempts",
                        "CamelOktaUsersRequestId",
                        "CamelOktaUsersETag",
                        "CamelOktaUsersNextAfter",
                        "CamelOktaUsersChanged",
                        "CamelOktaUsersCalls",
                        "CamelOktaUsersDryRun",
                        "CamelOktaUsersListComplete",
                        "CamelOktaUsersChangeType",
                        "CamelOktaUsersRateLimitLimit",
                        "CamelOktaUsersRateLimitRemaining",
                        "CamelOktaUsersRateLimitReset");
    }

    @Test
    void the_catalog_lists_every_header() {
        assertThat(names(CATALOG.path("headers")))
                .containsExactlyInAnyOrderElementsOf(headerConstants().keySet());
    }

    @Test
    void the_path_of_the_URI_offers_the_51_names_in_order_and_then_the_composites() throws Exception {
        List<String> names = Stream.<Operation>concat(
                        Arrays.stream(OktaUsersOperation.values()), Arrays.stream(CompositeOperation.values()))
                .map(Operation::name)
                .toList();
        UriPath path = OktaUsersEndpoint.class.getDeclaredField("operation").getAnnotation(UriPath.class);
        assertThat(path.enums().split(",")).containsExactlyElementsOf(names);

        List<String> listed = new ArrayList<>();
        CATALOG.at("/properties/operation/enum").forEach(name -> listed.add(name.asText()));
        assertThat(listed).isEqualTo(names);
    }

    @Test
    void secrets_are_marked_and_nothing_else_is() {
        assertThat(secretsOf("componentProperties"))
                .containsExactlyInAnyOrder("token", "accessToken", "privateKey", "proxyPassword");
        assertThat(secretsOf("properties")).containsExactlyInAnyOrder("token", "accessToken", "privateKey");
    }

    @Test
    void every_option_and_header_has_a_description() {
        for (String part : List.of("componentProperties", "properties", "headers")) {
            CATALOG.path(part).fields().forEachRemaining(entry -> assertThat(
                            entry.getValue().path("description").asText())
                    .as("%s %s", part, entry.getKey())
                    .isNotBlank());
        }
    }

    @Test
    void the_parameters_are_no_options_of_the_component() {
        assertThat(names(CATALOG.path("componentProperties")))
                .doesNotContainAnyElementsOf(
                        Arrays.stream(OperationParam.values()).map(Enum::name).toList());
    }

    @Test
    void defaults_are_those_of_the_contract() {
        Map<String, String> component = Map.of(
                "connectTimeout", "10000",
                "responseTimeout", "60000",
                "maxConnections", "20",
                "maxAttempts", "5",
                "maxWait", "120000",
                "maxResponseSize", "67108864");
        component.forEach((name, value) -> assertThat(CATALOG.at("/componentProperties/" + name + "/defaultValue")
                        .asText())
                .as(name)
                .isEqualTo(value));
        Map<String, String> endpoint = Map.of(
                "allowOperationHeader", "false",
                "resultFormat", "map",
                "paging", "all",
                "maxResults", "10000",
                "notFound", "error",
                "dpop", "auto");
        endpoint.forEach((name, value) -> assertThat(
                        CATALOG.at("/properties/" + name + "/defaultValue").asText())
                .as(name)
                .isEqualTo(value));
        assertThat(CATALOG.at("/properties/deletePolicy").has("defaultValue")).isFalse();
    }

    private static List<String> secretsOf(String part) {
        List<String> secrets = new ArrayList<>();
        CATALOG.path(part).fields().forEachRemaining(entry -> {
            if (entry.getValue().path("secret").asBoolean()) {
                secrets.add(entry.getKey());
            }
        });
        return secrets;
    }

    private static List<String> names(JsonNode part) {
        List<String> names = new ArrayList<>();
        part.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, Field> headerConstants() {
        Map<String, Field> constants = new TreeMap<>();
        for (Field field : OktaUsersConstants.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    constants.put((String) field.get(null), field);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return constants;
    }
}
