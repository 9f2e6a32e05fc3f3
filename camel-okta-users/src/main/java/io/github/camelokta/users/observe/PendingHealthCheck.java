/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's check of a polling consumer, which also tells how far the consumer is, and is down too while so many users failed
 * that no more can be kept.
 */
public final class PendingHealthCheck extends ScheduledPollConsumerHealthCheck {
    private final BooleanSupplier full;
    private final int most;
    private final Supplier<Optional<Snapshot.Consumer>> progress;

    /**
     * @param full whether no more failed users can be kept
     * @param most how many can
     * @param progress how far the consumer is; empty before it has started
     */
    public PendingHealthCheck(
            ScheduledPollConsumer consumer,
            String id,
            BooleanSupplier full,
            int most,
            Supplier<Optional<Snapshot.Consumer>> progress) {
        super(consumer, id);
        this.full = full;
        this.most = most;
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
        if (polls.getState() == State.UP && full.getAsBoolean()) {
            result.detail("failed.users", most)
                    .message(most
                            + " users have failed and no more can be kept for a later try, so each poll ends at the"
                            + " next failure: mend what the route does with them (the log says why), or set"
                            + " onError=skip")
                    .down();
        }
        return result.build();
    }

    private static void tell(Snapshot.Consumer consumer, HealthCheckResultBuilder result) {
        if (consumer.cursor() != null) {
            result.detail("okta.cursor", consumer.cursor().toString());
        }
        result.detail("okta.cursor.lag", consumer.lag().toSeconds() + " s");
    }
}
