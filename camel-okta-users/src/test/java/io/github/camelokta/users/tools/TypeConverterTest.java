/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.TypeConverterSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code typeConverterEnabled} Camel converts results to classes of the application, and nothing else otherwise than before. */
@ExtendWith(OktaSimulatorExtension.class)
class TypeConverterTest {
    private static final String JSON = " {\"id\":\"00u1\",\"profile\":{\"login\":\"ann@example.com\"}}";

    record Profile(String login) {}

    record User(String id, Profile profile) {}

    private static ToolFixture enabled(OktaSimulator okta) throws Exception {
        ToolFixture tools = new ToolFixture(okta);
        tools.component.setTypeConverterEnabled(true);
        return tools.start();
    }

    @Test
    void the_manuals_route_hands_a_user_to_a_bean(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = enabled(okta)) {
            tools.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:greet")
                            .to("okta-users:get")
                            .convertBodyTo(User.class)
                            .setBody(simple("Hello ${body.profile.login}"));
                }
            });
            Exchange greeted = tools.send("direct:greet", null, Map.of("CamelOktaUsersUserId", user.id()));
            assertThat(greeted.getException()).isNull();
            assertThat(greeted.getMessage().getBody()).isEqualTo("Hello ann@example.com");
        }
    }

    static Stream<Object> results() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return Stream.of(
                JSON, JSON.getBytes(StandardCharsets.UTF_8), mapper.readTree(JSON), mapper.readValue(JSON, Map.class));
    }

    @ParameterizedTest
    @MethodSource("results")
    void every_form_of_a_result_becomes_an_object_and_a_node(Object result, OktaSimulator okta) throws Exception {
        try (ToolFixture tools = enabled(okta)) {
            TypeConverter converter = tools.context.getTypeConverter();
            assertThat(converter.mandatoryConvertTo(User.class, result))
                    .isEqualTo(new User("00u1", new Profile("ann@example.com")));
            assertThat(converter.mandatoryConvertTo(JsonNode.class, result).at("/profile/login"))
                    .hasToString("\"ann@example.com\"");
        }
    }

    @ParameterizedTest
    @MethodSource("results")
    void nothing_is_converted_unless_it_is_enabled(Object result, OktaSimulator okta) throws Exception {
        try (ToolFixture tools = new ToolFixture(okta).start()) {
            tools.context.getEndpoint("okta-users:get");
            TypeConverter converter = tools.context.getTypeConverter();
            assertThatThrownBy(() -> converter.mandatoryConvertTo(User.class, result))
                    .isInstanceOf(NoTypeConversionAvailableException.class);
        }
    }

    @Test
    void the_components_mapper_converts(OktaSimulator okta) throws Exception {
        try (ToolFixture tools = enabled(okta)) {
            tools.component.setObjectMapper(JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                    .build());
            assertThat(tools.context.getTypeConverter().convertTo(Profile.class, Map.of("Login", "ann")))
                    .isEqualTo(new Profile("ann"));
        }
    }

    @Test
    void what_others_convert_is_left_to_them(OktaSimulator okta) throws Exception {
        try (ToolFixture plain = new ToolFixture(okta).start();
                ToolFixture tools = enabled(okta)) {
            TypeConverter before = plain.context.getTypeConverter();
            TypeConverter converter = tools.context.getTypeConverter();
            Map<String, String> map = Map.of("id", "00u1");
            assertThat(converter.convertTo(String.class, map)).isEqualTo(before.convertTo(String.class, map));
            assertThat(converter.convertTo(DayOfWeek.class, "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
            assertThat(converter.convertTo(Runnable.class, map)).isNull();
            assertThat(converter.convertTo(Exchange.class, map)).isNull();
            assertThat(converter.convertTo(User.class, 7)).isNull();
        }
    }

    @Test
    void text_that_is_no_JSON_object_is_left_to_others(OktaSimulator okta) throws Exception {
        try (ToolFixture tools = new ToolFixture(okta)) {
            tools.component.setTypeConverterEnabled(true);
            tools.context.getTypeConverterRegistry().addFallbackTypeConverter(new XmlConverter(), false);
            tools.start();
            TypeConverter converter = tools.context.getTypeConverter();
            assertThat(converter.convertTo(User.class, "<user/>")).isEqualTo(new User("of XML", null));
            assertThat(converter.convertTo(User.class, JSON)).isNotEqualTo(new User("of XML", null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'00u1','profile':{'login':'a'}}{'id':'00u2'}",
                "{'id':'00u1'} oops}",
                "{'id':'00u1','id':'00u2'}",
                "{'id':'00u1','profile':{'login':'a','login':'b'}}",
            })
    void a_text_is_one_object_with_each_name_once(String text, OktaSimulator okta) throws Exception {
        try (ToolFixture tools = enabled(okta)) {
            TypeConverter converter = tools.context.getTypeConverter();
            String json = text.replace('\'', '"');
            for (Object form : new Object[] {json, json.getBytes(StandardCharsets.UTF_8)}) {
                for (Class<?> type : new Class<?>[] {User.class, JsonNode.class}) {
                    assertThatThrownBy(() -> converter.mandatoryConvertTo(type, form))
                            .isInstanceOf(TypeConversionException.class)
                            .hasMessageNotContaining("00u2");
                }
            }
        }
    }

    @Test
    void what_does_not_fit_is_told_without_a_word_of_the_user(OktaSimulator okta) throws Exception {
        try (ToolFixture tools = enabled(okta)) {
            TypeConverter converter = tools.context.getTypeConverter();
            for (Object misfit : new Object[] {
                "{\"profile\":[\"ann@example.com\"]}", Map.of("profile", "ann@example.com"), "{\"id\":ann@example.com"
            }) {
                assertThatThrownBy(() -> converter.convertTo(User.class, misfit))
                        .hasMessageContaining("does not fit the class")
                        .satisfies(e -> assertThat(e).hasStackTraceContaining("User"))
                        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("ann"));
            }
        }
    }

    @Test
    void a_component_that_is_started_again_adds_nothing(OktaSimulator okta) throws Exception {
        try (ToolFixture tools = enabled(okta)) {
            int converters = tools.context.getTypeConverterRegistry().size();
            tools.component.stop();
            tools.component.start();
            assertThat(tools.context.getTypeConverterRegistry().size()).isEqualTo(converters);
            assertThat(tools.context.getTypeConverter().convertTo(User.class, JSON))
                    .isNotNull();
        }
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static final class XmlConverter extends TypeConverterSupport {
        @Override
        public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
            return type == User.class && value.toString().startsWith("<") ? type.cast(new User("of XML", null)) : null;
        }
    }
}
