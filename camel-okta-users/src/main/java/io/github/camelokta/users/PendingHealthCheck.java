/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/** Camel's check of a polling consumer, which is down too while so many users failed that no more can be kept. */
final class PendingHealthCheck extends ScheduledPollConsumerHealthCheck {
    private final BooleanSupplier full;
    private final int most;

    /**
     * @param full whether no more failed users can be kept
     * @param most how many can
     */
    PendingHealthCheck(ScheduledPollConsumer consumer, String id, BooleanSupplier full, int most) {
        super(consumer, id);
        this.full = full;
        this.most = most;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result polls = super.call(options);
        if (polls.getState() != State.UP || !full.getAsBoolean()) {
            return polls;
        }
        return HealthCheckResultBuilder.on(this)
                .details(polls.getDetails())
                .detail("failed.users", most)
                .message(most + " users have failed and no more can be kept for a later try, so each poll ends at the"
                        + " next failure: mend what the route does with them (the log says why), or set onError=skip")
                .down()
                .build();
    }
}
