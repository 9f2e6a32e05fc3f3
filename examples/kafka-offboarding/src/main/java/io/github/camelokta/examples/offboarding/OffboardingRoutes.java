/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static io.github.camelokta.examples.offboarding.account.Step.*;

import io.github.camelokta.examples.offboarding.account.Step;
import io.github.camelokta.examples.offboarding.processor.Desk;
import io.github.camelokta.examples.offboarding.processor.Results;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * A leaver's way from the event to the closed account.
 *
 * <p>The offset is committed when the result stands in Kafka, never earlier. A failure that may pass begins the closing
 * anew, and with it the reading of the account's state. The component itself looks whether Okta carried out a call without
 * our hearing of it, and sends again what does no harm.
 */
@Component
class OffboardingRoutes extends RouteBuilder {
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";
    private static final String LEAVERS = "kafka:{{offboarding.leavers-topic}}?groupId={{offboarding.group-id}}"
            + "&consumersCount={{offboarding.consumers}}&autoOffsetReset=earliest&maxPollRecords=10&pollTimeoutMs=1000"
            + "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true"
            + "&keyDeserializer=" + BYTES + "Deserializer&valueDeserializer=" + BYTES + "Deserializer";
    private static final String WRITE = "?requestRequiredAcks=all&synchronous=true" + "&keySerializer=" + BYTES
            + "Serializer&valueSerializer=" + BYTES + "Serializer";
    private static final String DONE = "kafka:{{offboarding.done-topic}}" + WRITE;
    private static final String FAILED = "kafka:{{offboarding.failed-topic}}" + WRITE;

    private final OffboardingProperties properties;
    private final Desk desk;
    private final Results results;

    OffboardingRoutes(OffboardingProperties properties, Desk desk, Results results) {
        this.properties = properties;
        this.desk = desk;
        this.results = results;
    }

    // spotless:off
    @Override
    public void configure() {
        whenItFails();

        from(LEAVERS).routeId("leavers")
            .process(desk::take)
            .to("direct:close-account")
            .process(results::done)
            .to(DONE)
            .process(results::commit);

        from("direct:close-account").routeId("close-account").errorHandler(noErrorHandler())
            .process(desk::lookUp)
            .to("okta-users:get")
            .process(desk::found)
            .to("okta-users:listRoles")
            .process(desk::protect)
            .to(SUSPEND.route())
            .to("direct:clients")
            .to(CLEAR_SESSIONS.route())
            .to(REVOKE_GRANTS.route())
            .split(desk.clients()).stopOnException()
                .setHeader(OktaUsersConstants.CLIENT_ID, body())
                .to(REVOKE_REFRESH_TOKENS.route())
            .end()
            .to(RESET_FACTORS.route())
            .to(DEACTIVATE.route())
            .to("okta-users:get")
            .process(desk::ended);

        for (Step step : Step.values()) {
            from(step.route()).routeId(step.operation()).errorHandler(noErrorHandler())
                .filter(desk.needs(step))
                .doTry()
                    .to(step.endpoint())
                    .process(desk.sent(step))
                .doCatch(OktaUsersException.class).onWhen(desk.excuses(step))
                    .process(desk.skip(step))
                .end();
        }

        // Listed before anything is revoked: afterwards Okta has nothing to name the clients by.
        from("direct:clients").routeId("clients").errorHandler(noErrorHandler())
            .doTry()
                .to("okta-users:listClients")
                .process(desk::foundClients)
            .doCatch(OktaUsersException.class).onWhen(desk.excuses(REVOKE_REFRESH_TOKENS))
                .process(desk.skip(REVOKE_REFRESH_TOKENS))
            .end();
    }

    private void whenItFails() {
        // Okta or Kafka may be well again soon: begin anew a few times, then read the event again.
        onException(Exception.class).onWhen(results::toBeReadAgain)
            .maximumRedeliveries(properties.redeliveries())
            .redeliveryDelay(properties.redeliveryDelay().toMillis())
            .maximumRedeliveryDelay(properties.maximumRedeliveryDelay().toMillis())
            .useExponentialBackOff().backOffMultiplier(2)
            .retryAttemptedLogLevel(LoggingLevel.INFO).logExhaustedMessageHistory(false).logStackTrace(false);

        // It would fail again: somebody has to look at it.
        onException(Exception.class).handled(true)
            .to("direct:failed");

        from("direct:failed").routeId("failed").errorHandler(noErrorHandler())
            .process(results::failed)
            .to(FAILED)
            .process(results::commit);
    }
    // spotless:on
}
