/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Duration;

/**
 * The newest change that was read, and when: so much later Okta's clock, which stamps changes, has been since. Needs neither this
 * machine's clock nor the {@code Date} of an answer to be right. Thread-safe.
 */
final class NewestChange {
    private long second = Long.MIN_VALUE;
    private Duration readAt;

    /**
     * @param changed epoch second of a change
     * @param at when it had been read, by a monotonic clock
     */
    synchronized void read(long changed, Duration at) {
        if (changed > second) {
            second = changed;
            readAt = at;
        }
    }

    /** The second that Okta's clock had reached for sure; {@link Long#MIN_VALUE} where nothing was read yet. */
    synchronized long reachedBy(Duration at) {
        return readAt == null
                ? Long.MIN_VALUE
                : second + Math.max(0, at.minus(readAt).toSeconds());
    }
}
