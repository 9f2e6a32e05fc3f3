/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OktaUsersEndpoint;
import io.github.camelokta.users.api.WriteOutcome;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.support.Keys;
import java.security.KeyPair;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.junit.jupiter.api.Test;

/** What event notifiers are told of the writes of single operations. */
class WriteAuditTest extends AuditFixture {
    WriteAuditTest(OktaSimulator okta) {
        super(okta);
    }

    @Test
    void a_write_is_told_with_who_called_and_whom_it_concerned() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:suspend").routeId("leavers").to("okta-users:suspend");
            }
        });
        Exchange exchange = call("direct:suspend", ann.id(), null);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getOperation()).isEqualTo("suspend");
            assertThat(event.getUserId()).isEqualTo(ann.id());
            assertThat(event.getOutcome()).isEqualTo(WriteOutcome.DONE);
            assertThat(event.getStatusCode()).isEqualTo(200);
            assertThat(event.getRequestId())
                    .isNotBlank()
                    .isEqualTo(exchange.getMessage().getHeader(OktaUsersConstants.REQUEST_ID));
            assertThat(event.getPrincipal()).matches("SSWS token sha256:[0-9a-f]{12}");
            assertThat(event.getTimestamp()).isPositive();
            assertThat(event.getExchangeId()).isEqualTo(exchange.getExchangeId());
            assertThat(event.getRouteId()).isEqualTo("leavers");
            assertThat(event.getSource()).isInstanceOf(OktaUsersEndpoint.class);
            assertThat(event.getBefore()).isNull();
            assertThat(event.getAfter()).isNull();
            assertThat(event.getType()).isEqualTo(CamelEvent.Type.Custom);
        });
        assertThat(events.toString()).doesNotContain(okta.token());
    }

    @Test
    void reads_dry_runs_and_calls_that_were_not_sent_are_not_told() {
        ann.change(UserStatus.DEPROVISIONED);
        call("okta-users:get", ann.id(), null);
        call("okta-users:list", null, null);
        call("okta-users:suspend?dryRun=true", ann.id(), null);
        call("okta-users:deactivateOrDelete?deletePolicy=deactivate", ann.id(), null);
        call("okta-users:suspend", null, null);
        call("okta-users:suspend?orgUrl=http://127.0.0.1:1&token=x", ann.id(), null);
        call("okta-users:ensure?dryRun=true", null, Map.of("login", "ann@acme.com", "status", "ACTIVE"));
        assertThat(events).isEmpty();
    }

    @Test
    void a_refusal_and_a_doubt_are_told_as_such() {
        okta.failNext("POST", "**", Fault.error(ErrorCode.E0000006));
        call("okta-users:suspend", ann.id(), null);
        okta.failNext("POST", "**", Fault.resetAfterChange());
        call("okta-users:partialUpdate", ann.id(), Map.of("profile", Map.of("city", "Bergen")));
        okta.failNext("POST", "**", Fault.internalError());
        call("okta-users:create", null, person("bea@acme.com"));

        assertThat(events)
                .extracting(
                        OktaWriteEvent::getOperation,
                        OktaWriteEvent::getOutcome,
                        OktaWriteEvent::getStatusCode,
                        OktaWriteEvent::getErrorCode,
                        OktaWriteEvent::getUserId)
                .containsExactly(
                        tuple("suspend", WriteOutcome.REFUSED, 403, "E0000006", ann.id()),
                        tuple("partialUpdate", WriteOutcome.UNKNOWN, 0, null, ann.id()),
                        tuple("create", WriteOutcome.UNKNOWN, 500, "E0000009", null));
        assertThat(events.get(0).getRequestId()).isNotBlank();
        assertThat(events.get(1).getRequestId()).isNull();
    }

    @Test
    void what_DELETE_does_behind_its_guard_is_told_once() {
        call("okta-users:deactivateOrDelete?deletePolicy=deactivate", ann.id(), null);
        assertThat(events).extracting(OktaWriteEvent::getOperation).containsExactly("deactivateOrDelete");
    }

    @Test
    void a_login_is_reduced_and_a_new_users_id_is_told() {
        call("okta-users:suspend", "ann@acme.com", null);
        call("okta-users:unsuspend", "ann", null);
        call("okta-users:create", null, person("bea@acme.com"));
        assertThat(events)
                .extracting(OktaWriteEvent::getUserId)
                .containsExactly(
                        "a***@acme.com",
                        "a***",
                        okta.findUser("bea@acme.com").orElseThrow().id());
    }

    @Test
    void a_service_app_is_named_by_its_client_id() {
        KeyPair pair = Keys.ec("secp256r1");
        okta.serviceApp(ServiceApp.of("0oaNightly")
                .key(pair.getPublic())
                .scopes(Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new)));
        OktaUsersComponent app = new OktaUsersComponent(context, name -> null);
        app.getConfiguration().setOrgUrl(okta.orgUrl());
        app.getConfiguration().setOauthClientId("0oaNightly");
        app.getConfiguration().setPrivateKey(Keys.pem(pair.getPrivate()));
        context.addComponent("okta-app", app);
        call("okta-app:suspend", ann.id(), null);
        assertThat(events).extracting(OktaWriteEvent::getPrincipal).containsExactly("OAuth 2.0 service app 0oaNightly");
    }
}
