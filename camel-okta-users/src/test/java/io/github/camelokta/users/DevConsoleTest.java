/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.TokenAge;
import io.github.camelokta.users.support.Golden;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;

/** The dev console as Camel finds it. */
class DevConsoleTest extends ObservedFixture {
    private static final String SECRET = "CanaryBearer4711";

    private void startWithTwoComponents() throws Exception {
        okta.accept("Bearer " + SECRET);
        OktaUsersComponent second = new OktaUsersComponent(context, name -> null, clock);
        second.getConfiguration().setOrgUrl(okta.orgUrl());
        second.setCredentials(new HourOldToken());
        second.setRateLimitShare(50);
        context.addComponent("second", second);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("okta-users:list?mode=changes&initialDelay=0&delay=1h")
                        .routeId("changes")
                        .to("mock:changes");
                from("direct:suspend").to("okta-users:suspend");
                from("direct:suspend-again").to("okta-users:suspend?idempotent=true");
                from("direct:second").to("second:get");
            }
        });
        await().until(() -> component.snapshot().consumers().get(0).caughtUp() != null);
        call("suspend", ann.id());
        call("suspend", ann.id());
        call("get", "nobody@example.com");
        context.createFluentProducerTemplate()
                .to("direct:second")
                .withHeader(OktaUsersConstants.USER_ID, LOGIN)
                .send();
        advance(Duration.ofSeconds(5));
    }

    private static String pretty(JsonObject json) {
        return Jsoner.prettyPrint(json.toJson(), 2).replace("\\/", "/").replaceAll("\\[\\s+]", "[]") + "\n";
    }

    private DevConsole console() {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        consoles.loadDevConsoles();
        return consoles.getConsole("okta-users").orElseThrow();
    }

    @Test
    void JSON_shows_what_the_manual_says() throws Exception {
        context.setDevConsole(true);
        startWithTwoComponents();

        JsonObject json = (JsonObject) console().call(MediaType.JSON, Map.of());

        Golden.assertSame("dev-console.json", steady(pretty(json)));
        assertThat(json.toJson()).doesNotContain(LOGIN, ann.id(), TOKEN, SECRET, "nobody");
    }

    @Test
    void text_shows_the_same() throws Exception {
        context.setDevConsole(true);
        startWithTwoComponents();

        String text = (String) console().call(MediaType.TEXT, Map.of());

        Golden.assertSame("dev-console.txt", steady(text));
        assertThat(text).doesNotContain(LOGIN, ann.id(), TOKEN, SECRET, "nobody");
    }

    /** Credentials whose only token was given an hour ago. */
    private static final class HourOldToken implements Credentials {
        @Override
        public Map<String, String> headersFor(AuthorizedCall call) {
            return Map.of("Authorization", "Bearer " + SECRET);
        }

        @Override
        public List<TokenAge> tokenAges() {
            return List.of(new TokenAge("okta.users.read", Duration.ofHours(1), Duration.ofMinutes(5)));
        }

        @Override
        public Collection<String> secrets() {
            return List.of(SECRET);
        }
    }
}
