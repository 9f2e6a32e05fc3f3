/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's check of a polling consumer, which also says how far the consumer is, and is down too while something needs help though
 * polls succeed.
 */
public final class PendingHealthCheck extends ScheduledPollConsumerHealthCheck {
    private final Supplier<Optional<String>> problem;
    private final Supplier<Optional<Snapshot.Consumer>> progress;

    /**
     * @param problem what needs help, and how; empty where nothing does
     * @param progress how far the consumer is; empty before it has started
     */
    public PendingHealthCheck(
            ScheduledPollConsumer consumer,
            String id,
            Supplier<Optional<String>> problem,
            Supplier<Optional<Snapshot.Consumer>> progress) {
        super(consumer, id);
        this.problem = problem;
        this.progress = progress;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result polls = super.call(options);
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .state(polls.getState())
                .message(polls.getMessage().orElse(null))
                .error(polls.getError().orElse(null))
                .details(polls.getDetails());
        progress.get().ifPresent(consumer -> tell(consumer, result));
        if (polls.getState() == State.UP) {
            problem.get().ifPresent(needsHelp -> result.message(needsHelp).down());
        }
        return result.build();
    }

    private static void tell(Snapshot.Consumer consumer, HealthCheckResultBuilder result) {
        if (consumer.cursor() != null) {
            result.detail("okta.cursor", consumer.cursor().toString());
        }
        if (consumer.failedUsers() != null) {
            result.detail("failed.users", consumer.failedUsers());
        }
        result.detail("okta.in.flight", consumer.unfinished());
        result.detail("okta.cursor.lag", consumer.lag().toSeconds() + " s");
    }
}
