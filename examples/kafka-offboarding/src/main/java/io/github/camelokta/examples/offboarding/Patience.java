/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import io.github.camelokta.examples.offboarding.event.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers since when the event at the head of each partition has been failing. Kept in memory: after a restart an event is
 * granted its whole time again.
 */
final class Patience {
    private record Trouble(long offset, Instant since) {}

    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Duration giveUpAfter;
    private final Clock clock;

    Patience(Duration giveUpAfter, Clock clock) {
        this.giveUpAfter = giveUpAfter;
        this.clock = clock;
    }

    /** Notes a failure of this event; true while it is worth reading again. */
    boolean bears(Origin event) {
        Instant now = clock.instant();
        Trouble trouble = troubles.compute(
                event.topic() + "-" + event.partition(),
                (partition, last) ->
                        last != null && last.offset() == event.offset() ? last : new Trouble(event.offset(), now));
        return now.isBefore(trouble.since().plus(giveUpAfter));
    }
}
