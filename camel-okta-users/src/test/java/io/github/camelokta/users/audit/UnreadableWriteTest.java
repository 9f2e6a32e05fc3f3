/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.WriteOutcome;
import io.github.camelokta.users.support.RawServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a write that was answered by a success which cannot be read, everybody is told the same: it may have been carried out. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UnreadableWriteTest {
    private static final String NOT_FOUND = "{\"errorCode\":\"E0000007\",\"errorSummary\":\"no\",\"errorCauses\":[]}";
    private static final Map<String, Object> ANN =
            Map.of("profile", Map.of("login", "ann@acme.com", "email", "ann@acme.com"));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<OktaWriteEvent> events = new ArrayList<>();
    private String body = "";
    private final RawServer okta = new RawServer((request, out, connection) -> RawServer.write(
            out,
            request.startsWith("GET ")
                    ? RawServer.answer("404 Not Found", NOT_FOUND)
                    : RawServer.answer("200 OK", body, "X-Okta-Request-Id: req1")));

    /** What a route binds a user to. */
    public static final class Person {
        public String id;
        public Profile profile;

        /** The attributes. */
        public static final class Profile {
            public LocalDate hired;
        }
    }

    @BeforeEach
    void start() {
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.url());
        component.getConfiguration().setToken("t");
        component.setMaxWait(0);
        context.addComponent("okta-users", component);
        context.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof OktaWriteEvent write) {
                    events.add(write);
                }
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.stop();
        okta.close();
    }

    private OktaUsersException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(OktaUsersException.class);
        OktaUsersException failure = (OktaUsersException) exchange.getException();
        assertThat(failure.isInDoubt()).as("in doubt").isTrue();
        assertThat(failure.isRetryable()).as("retryable").isFalse();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getOutcome()).isEqualTo(WriteOutcome.UNKNOWN);
        assertThat(events.get(0).getRequestId()).isEqualTo(failure.getRequestId());
        assertThat(okta.requests().stream().filter(line -> !line.startsWith("GET ")))
                .hasSize(1);
        return failure;
    }

    private Exchange send(String uri, Object message) {
        return context.createFluentProducerTemplate()
                .to("okta-users:" + uri)
                .withBody(message)
                .send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"ra1\",", "[]", "null", "", "17", "{\"id\":\"ra1\"} {}"})
    void what_is_no_object_leaves_the_write_in_doubt(String answer) {
        body = answer;
        for (String format : List.of("map", "json", "string", "bytes", "stream")) {
            events.clear();
            okta.requests().clear();
            OktaUsersException failure = failure(send("create?resultFormat=" + format, ANN));
            assertThat(failure)
                    .hasMessageStartingWith("create failed: Okta's answer 200 cannot be read as the expected User");
            assertThat(failure.getStatusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_class_that_cannot_take_the_answer_is_named_with_the_field_and_no_value() {
        body = "{\"id\":\"00u1\",\"profile\":{\"hired\":\"2026-11-24\"}}";
        assertThat(failure(send("create?outputClass=" + Person.class.getName(), ANN)))
                .hasMessage(
                        "create failed: Okta's answer 200 cannot be read as the expected User: profile.hired does not"
                                + " fit " + Person.Profile.class.getName() + "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"00u1\",", "[]", ""})
    void ensure_lists_the_call_that_is_in_doubt(String answer) {
        body = answer;
        Exchange exchange = send("ensure", Map.of("profile", ANN.get("profile"), "status", "STAGED"));
        failure(exchange);
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.CALLS, List.class))
                .containsExactly("create: no user has this login; whether Okta carried it out is not known");
    }
}
