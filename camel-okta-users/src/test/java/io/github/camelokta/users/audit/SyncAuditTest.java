/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.api.WriteOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What event notifiers are told of the writes of {@code ensure} and {@code reconcile}. */
class SyncAuditTest extends AuditFixture {
    SyncAuditTest(OktaSimulator okta) {
        super(okta);
    }

    @Test
    void ensure_tells_of_each_of_its_writes_with_before_and_after_but_no_values() {
        ann.change(UserStatus.SUSPENDED);
        call(
                "okta-users:ensure?mayReactivate=SUSPENDED",
                null,
                Map.of("id", ann.id(), "status", "ACTIVE", "profile", Map.of("city", "Bergen", "title", "CTO")));

        assertThat(events)
                .satisfiesExactly(
                        update -> {
                            assertThat(update.getOperation()).isEqualTo("partialUpdate");
                            assertThat(update.getUserId()).isEqualTo(ann.id());
                            assertThat(update.getBefore())
                                    .isEqualTo(new UserState("SUSPENDED", attributes("city", "xxxxxx", "title", null)));
                            assertThat(update.getAfter())
                                    .isEqualTo(new UserState(
                                            "SUSPENDED", attributes("city", "xxxxxx", "title", "xxxxxx")));
                        },
                        unsuspend -> {
                            assertThat(unsuspend.getOperation()).isEqualTo("unsuspend");
                            assertThat(unsuspend.getBefore()).isEqualTo(new UserState("SUSPENDED", Map.of()));
                            assertThat(unsuspend.getAfter()).isEqualTo(new UserState("ACTIVE", Map.of()));
                        });
    }

    @Test
    void reconcile_tells_of_each_write() {
        call(
                "okta-users:reconcile?scope=RAW(status pr)&onMissing=deactivate&maxChangePercent=100",
                null,
                List.of(Map.of(
                        "status", "ACTIVE", "profile", person("bea@acme.com").get("profile"))));

        String bea = okta.findUser("bea@acme.com").orElseThrow().id();
        assertThat(events)
                .extracting(
                        OktaWriteEvent::getOperation,
                        OktaWriteEvent::getUserId,
                        event -> event.getBefore() == null
                                ? null
                                : event.getBefore().status(),
                        event -> event.getAfter().status())
                .containsExactly(
                        tuple("create", bea, null, "STAGED"),
                        tuple("activate", bea, "STAGED", null),
                        tuple("deactivate", ann.id(), "ACTIVE", "DEPROVISIONED"));
        assertThat(events.get(0).getAfter().attributes())
                .containsOnlyKeys("login", "email", "firstName", "lastName")
                .containsValue(UserState.HIDDEN);
    }

    @Test
    void a_write_is_told_of_whose_answer_cannot_be_read() {
        okta.wireMock()
                .stubFor(post(urlPathEqualTo("/api/v1/users/" + ann.id())).willReturn(okJson("{\"id\":")));

        Exchange exchange =
                call("okta-users:ensure", null, Map.of("id", ann.id(), "profile", Map.of("city", "Bergen")));

        assertThat(exchange.getException()).hasMessageContaining("cannot be read");
        // It was not carried out, as a read showed, and holds for one version of the profile: it is sent once more.
        assertThat(events).hasSize(2).allSatisfy(update -> {
            assertThat(update.getOutcome()).isEqualTo(WriteOutcome.UNKNOWN);
            assertThat(update.getOperation()).isEqualTo("partialUpdate");
            assertThat(update.getUserId()).isEqualTo(ann.id());
            assertThat(update.getStatusCode()).isEqualTo(200);
            assertThat(update.getBefore().attributes()).containsOnlyKeys("city");
        });
    }

    private static Map<String, String> attributes(String one, String oneValue, String other, String otherValue) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(one, oneValue);
        attributes.put(other, otherValue);
        return attributes;
    }
}
