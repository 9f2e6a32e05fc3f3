/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data type {@code okta-users:application-cloudevents}, in routes. */
@ExtendWith(OktaSimulatorExtension.class)
class CloudEventTest {
    private static final String TYPE = "org.apache.camel.event.okta.users.";
    private static final DataType EVENTS = new DataType("okta-users:application-cloudevents");

    /** What a user's body may be, of the same user. */
    record User(String id, String lastUpdated) {}

    @Test
    void a_changed_user_of_the_manuals_sample_becomes_an_event(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta).start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events").to("mock:events");
            }
        })) {
            MockEndpoint events = tools.mock("events");
            events.expectedMessageCount(1);
            tools.load("samples/cloudevents.yaml");
            events.assertIsSatisfied();

            Exchange event = events.getExchanges().get(0);
            assertThat(event.getMessage().getHeaders())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, event.getExchangeId())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE + "created")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, okta.orgUrl() + "/api/v1/users")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, user.id())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, "application/json")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, "application/json");
            assertThat(Instant.parse(time(event))).isEqualTo(user.lastUpdated());
            assertThat(event.getMessage().getBody()).asString().contains(user.login());
            assertThat(event.getMessage().getHeaders().values())
                    .noneMatch(value -> value.toString().contains(user.login()));
        }
    }

    @Test
    void who_is_deleted_or_leaves_the_search_becomes_an_event(OktaSimulator okta) throws Exception {
        SimulatedUser erased = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        SimulatedUser suspended = okta.addUser("bob@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta)) {
            tools.context.getRegistry().bind("states", new MemoryStateRepository());
            MockEndpoint events = tools.mock("events");
            events.expectedMessageCount(2);
            tools.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?mode=changes&name=test&offsetRepository=#states&initialDelay=0&delay=20"
                                    + "&horizon=0&detectDeletions=30&search=RAW(status eq \"ACTIVE\")")
                            .transformDataType(EVENTS)
                            .to("mock:events");
                }
            });
            events.assertIsSatisfied();
            events.reset();
            tools.mock("events");
            events.expectedMessageCount(2);
            erased.erase();
            suspended.change(UserStatus.SUSPENDED);
            events.assertIsSatisfied();

            Exchange deleted = bySubject(events, erased.id());
            assertThat(type(deleted)).isEqualTo(TYPE + "deleted");
            assertThat(Instant.parse(time(deleted)))
                    .as("when it was seen")
                    .isAfterOrEqualTo(Instant.ofEpochMilli(deleted.getClock().getCreated()));
            Exchange left = bySubject(events, suspended.id());
            assertThat(type(left)).isEqualTo(TYPE + "outOfScope");
            assertThat(Instant.parse(time(left))).isEqualTo(suspended.lastUpdated());
        }
    }

    static Stream<Object> bodies() throws Exception {
        String json = "{\"id\":\"00u1\",\"lastUpdated\":\"2026-01-31T12:00:00.000Z\"}";
        return Stream.of(
                json,
                json.getBytes(StandardCharsets.UTF_8),
                Map.of("id", "00u1", "lastUpdated", "2026-01-31T12:00:00.000Z"),
                new ObjectMapper().readTree(json),
                new User("00u1", "2026-01-31T12:00:00.000Z"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void subject_and_time_are_found_in_every_form_of_a_user(Object body, OktaSimulator okta) throws Exception {
        Message event = transformed(okta, body, Map.of());
        assertThat(event.getBody()).isSameAs(body);
        assertThat(event.getHeaders())
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "00u1")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TIME, "2026-01-31T12:00:00.000Z");
    }

    static Stream<Object> others() {
        return Stream.of(
                "no JSON", "", List.of(Map.of("id", "00u1")), Map.of("id", 7), JsonNodeFactory.instance.arrayNode());
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_is_no_user_has_no_subject(Object body, OktaSimulator okta) throws Exception {
        Message event = transformed(okta, body, Map.of(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "of an earlier event"));
        assertThat(event.getHeaders())
                .doesNotContainKey(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT)
                .containsKeys(CloudEvent.CAMEL_CLOUD_EVENT_TIME, CloudEvent.CAMEL_CLOUD_EVENT_SOURCE);
    }

    @Test
    void an_id_that_is_set_is_kept(OktaSimulator okta) throws Exception {
        Message event = transformed(okta, "{}", Map.of(CloudEvent.CAMEL_CLOUD_EVENT_ID, "mine"));
        assertThat(event.getHeaders()).containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, "mine");
    }

    @Test
    void without_a_change_the_type_tells_the_list(OktaSimulator okta) throws Exception {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta)) {
            MockEndpoint events = tools.mock("events");
            events.expectedHeaderReceived(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE + "list");
            events.expectedMinimumMessageCount(1);
            tools.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?initialDelay=0")
                            .transformDataType(EVENTS)
                            .to("mock:events");
                }
            });
            events.assertIsSatisfied();
        }
    }

    private static Message transformed(OktaSimulator okta, Object body, Map<String, Object> headers) throws Exception {
        try (ToolFixture tools = new ToolFixture(okta).start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").transformDataType(EVENTS);
            }
        })) {
            Exchange exchange = tools.send("direct:in", body, headers);
            assertThat(exchange.getException()).isNull();
            return exchange.getMessage();
        }
    }

    private static Exchange bySubject(MockEndpoint events, String subject) {
        return events.getExchanges().stream()
                .filter(event -> subject.equals(event.getMessage().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT)))
                .findFirst()
                .orElseThrow();
    }

    private static String time(Exchange event) {
        return event.getMessage().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, String.class);
    }

    private static String type(Exchange event) {
        return event.getMessage().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, String.class);
    }
}
