/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OrgConfiguration;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.support.Keys;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The component and the simulated org were written apart: each operation of the one is understood by the other. */
@ExtendWith(OktaSimulatorExtension.class)
class EveryOperationTest {
    private static final KeyPair PAIR = Keys.ec("secp256r1");

    /** After a 500 it is not known what was done: only what does no harm twice may be sent again. */
    private static final Set<Repeat> REPEATABLE = Set.of(Repeat.SAFE, Repeat.CONVERGES);

    @ParameterizedTest
    @EnumSource
    void an_operation_is_answered_with_success_and_a_result_of_its_kind(
            OktaUsersOperation operation, OktaSimulator okta) throws Exception {
        Object body = OperationCalls.body(operation);

        Exchange done = call(operation, okta, OperationCalls.headers(operation, okta), body);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(OktaUsersConstants.STATUS_CODE, Integer.class))
                .isBetween(200, 204);
        assertThat(done.getMessage().getHeader(OktaUsersConstants.REQUEST_ID, String.class))
                .isNotBlank();
        switch (operation.result()) {
            case NOTHING -> assertThat(done.getMessage().getBody()).isSameAs(body);
            case OBJECT -> assertThat(done.getMessage().getBody()).isInstanceOf(Map.class);
            case LIST -> assertThat(done.getMessage().getBody(List.class)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_error_answer_becomes_an_exception_that_names_the_operation_and_is_sent_once(
            OktaUsersOperation operation, OktaSimulator okta) throws Exception {
        Map<String, Object> headers = OperationCalls.headers(operation, okta);
        okta.failNext(2, Fault.internalError());

        Exchange done = call(operation, okta, headers, OperationCalls.body(operation));

        assertThat(done.getException(OktaUsersException.class)).satisfies(failure -> {
            assertThat(failure.getOperation()).isEqualTo(operation.name());
            assertThat(failure.getStatusCode()).isEqualTo(500);
            assertThat(failure.getErrorCode()).isEqualTo("E0000009");
            assertThat(failure.getErrorId()).isNotBlank();
            assertThat(failure.getRequestId()).isNotBlank();
            assertThat(failure.isRetryable()).isEqualTo(REPEATABLE.contains(operation.repeat()));
        });
        // A state-guarded call is looked for, which fails too; a DELETE is not sent at all after a look that failed.
        assertThat(okta.requests().matching(operation.method().name(), ".*")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_scope_of_its_row_is_what_an_operation_needs(OktaUsersOperation operation, OktaSimulator okta)
            throws Exception {
        Map<String, Object> headers = OperationCalls.headers(operation, okta);
        okta.serviceApp(ServiceApp.of("0oaNightly")
                .key(PAIR.getPublic())
                .scopes(Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new)));

        Exchange done = call(operation, headers, OperationCalls.body(operation), configuration -> {
            configuration.setOrgUrl(okta.orgUrl());
            configuration.setOauthClientId("0oaNightly");
            configuration.setPrivateKey(Keys.pem(PAIR.getPrivate()));
        });

        assertThat(done.getException()).isNull();
    }

    private static Exchange call(
            OktaUsersOperation operation, OktaSimulator okta, Map<String, Object> headers, Object body)
            throws Exception {
        return call(operation, headers, body, configuration -> {
            configuration.setOrgUrl(okta.orgUrl());
            configuration.setToken(okta.token());
        });
    }

    private static Exchange call(
            OktaUsersOperation operation,
            Map<String, Object> headers,
            Object body,
            Consumer<OrgConfiguration> credentials)
            throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            credentials.accept(component.getConfiguration());
            component.setMaxAttempts(1);
            component.setMaxWait(0);
            context.addComponent("okta-users", component);
            context.start();
            return context.createProducerTemplate().send(OperationCalls.uri(operation), exchange -> {
                exchange.getMessage().setHeaders(headers);
                exchange.getMessage().setBody(body);
            });
        }
    }
}
