/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static io.github.camelokta.users.operation.OktaUsersOperation.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** idempotent=true, for every row whose effect can be read back: not so yet, so already, and not to be had. */
@ExtendWith(OktaSimulatorExtension.class)
class IdempotentRowsTest {
    private static final Map<OktaUsersOperation, UserStatus> STATUS = Map.of(
            activate, UserStatus.STAGED,
            unsuspend, UserStatus.SUSPENDED,
            unlock, UserStatus.LOCKED_OUT);

    /** The rows whose second call Okta takes as it took the first. */
    private static final Set<OktaUsersOperation> TAKEN_TWICE = EnumSet.of(
            expirePassword,
            addAppTarget,
            addAppInstanceTarget,
            addGroupTarget,
            revokeGrants,
            revokeClientGrants,
            revokeRefreshTokens,
            setLinkedObject,
            removeLinkedObject);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private OktaSimulator okta;

    @BeforeEach
    void start(OktaSimulator running) {
        okta = running;
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        component.setMaxAttempts(1);
        component.setMaxWait(0);
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<OktaUsersOperation> rows() {
        return Stream.of(OktaUsersOperation.values()).filter(row -> row.probe().isPresent());
    }

    static Stream<OktaUsersOperation> refusedTheSecondTime() {
        return rows().filter(row -> !TAKEN_TWICE.contains(row));
    }

    private Org org(OktaUsersOperation row) {
        return new Org(okta, STATUS.getOrDefault(row, UserStatus.ACTIVE)).withTargets(okta);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_is_not_so_yet_is_done(OktaUsersOperation row) {
        Exchange done = call(row, org(row));
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(OktaUsersConstants.CHANGED)).isNull();
        assertThat(done.getMessage().getHeader(OktaUsersConstants.STATUS_CODE)).isNotNull();
        assertThat(okta.requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("refusedTheSecondTime")
    void what_is_so_already_is_a_success_without_a_change(OktaUsersOperation row) {
        Org org = org(row);
        call(row, org);
        okta.requests().clear();

        Exchange again = call(row, org);

        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
        assertThat(again.getMessage().getHeader(OktaUsersConstants.STATUS_CODE)).isNull();
        assertThat(again.getMessage().getBody()).isEqualTo(body(row));
        assertThat(okta.requests().count()).isEqualTo(2);
        assertThat(send(row + "", org.headers(row), body(row)).getException())
                .as("without the option")
                .isInstanceOf(OktaUsersException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"expirePassword", "addAppTarget", "addAppInstanceTarget", "addGroupTarget", "revokeGrants"})
    void what_Okta_takes_twice_is_sent_twice(OktaUsersOperation row) {
        Org org = org(row);
        call(row, org);
        assertThat(call(row, org).getException()).isNull();
        assertThat(okta.requests().count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void another_refusal_stays_an_error_also_if_it_is_so_already(OktaUsersOperation row) {
        Org org = org(row);
        call(row, org);
        okta.requests().clear();
        okta.failNext(row.method().name(), "**", Fault.error(ErrorCode.E0000006));
        assertThat(call(row, org).getException(OktaUsersException.class).getErrorCode())
                .isEqualTo("E0000006");
        assertThat(okta.requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void for_a_user_who_does_not_exist_it_stays_an_error(OktaUsersOperation row) {
        Org org = org(row);
        Map<String, Object> headers = org.headers(row);
        headers.put("CamelOktaUsersUserId", "00unobody00000000000");
        headers.put("CamelOktaUsersAssociatedUserId", "00unobody00000000000");
        assertThat(send(row + "?idempotent=true", headers, body(row))
                        .getException(OktaUsersException.class)
                        .getErrorCode())
                .isEqualTo("E0000007");
    }

    @ParameterizedTest
    @EnumSource(names = {"suspend", "unsuspend", "unlock", "activate"})
    void a_refusal_in_another_status_stays_an_error(OktaUsersOperation row) {
        for (UserStatus status : new UserStatus[] {UserStatus.RECOVERY, UserStatus.PASSWORD_EXPIRED}) {
            okta.reset();
            Org org = new Org(okta, status);
            assertThat(call(row, org).getException(OktaUsersException.class)).isNotNull();
            assertThat(org.ann.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"removeAppTarget", "removeGroupTarget"})
    void the_last_target_that_Okta_refuses_to_take_is_not_already_gone(OktaUsersOperation row) {
        Org org = org(row);
        org.leaveOneTargetEach();
        OktaUsersException e = call(row, org).getException(OktaUsersException.class);
        assertThat(e.getErrorCode()).isEqualTo("E0000001");
        assertThat(e).hasMessageContaining("last target");
    }

    @Test
    void a_custom_role_is_the_same_only_in_the_same_resource_set() {
        Org org = org(assignRole);
        String one = "{\"type\":\"CUSTOM\",\"role\":\"cr1\",\"resource-set\":\"iam1\"}";
        Exchange done = send("assignRole?idempotent=true", org.headers(assignRole), one);
        assertThat(done.getMessage().getHeader(OktaUsersConstants.CHANGED)).isNull();
        Exchange again = send("assignRole?idempotent=true", org.headers(assignRole), one);
        assertThat(again.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);

        okta.failNext("POST", "**", Fault.error(ErrorCode.E0000263));
        assertThat(send("assignRole?idempotent=true", org.headers(assignRole), one.replace("iam1", "iam2"))
                        .getException(OktaUsersException.class)
                        .getErrorCode())
                .isEqualTo("E0000263");
    }

    @Test
    void a_user_whom_Okta_is_still_deactivating_counts_as_deactivated() {
        okta.addUser("other@example.com", UserStatus.ACTIVE);
        String id = okta.user("slow@example.com")
                .transitioningTo(UserStatus.DEPROVISIONED)
                .add()
                .id();
        okta.wireMock()
                .stubFor(WireMock.post(WireMock.urlPathMatching(".*/deactivate"))
                        .willReturn(WireMock.jsonResponse("{\"errorCode\":\"E0000001\"}", 400)));
        Exchange done = send("deactivate?idempotent=true", Map.of("CamelOktaUsersUserId", id), "x");
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
    }

    @Test
    void with_notFound_null_too_the_body_is_left_alone_where_a_read_confirms() {
        Org org = org(revokeGrant);
        call(revokeGrant, org);
        Exchange again = send("revokeGrant?idempotent=true&notFound=null", org.headers(revokeGrant), "kept");
        assertThat(again.getMessage().getBody()).isEqualTo("kept");
        assertThat(again.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
    }

    private Exchange call(OktaUsersOperation row, Org org) {
        return send(row + "?idempotent=true", org.headers(row), body(row));
    }

    private Exchange send(String uri, Map<String, Object> headers, Object body) {
        return context.createFluentProducerTemplate()
                .to("okta-users:" + uri)
                .withHeaders(headers)
                .withBody(body)
                .send();
    }

    private static Object body(OktaUsersOperation row) {
        return row == assignRole ? "{\"type\":\"HELP_DESK_ADMIN\"}" : "untouched";
    }
}
