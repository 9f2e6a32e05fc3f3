/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A bucket of Okta's by the server's clock, in the ways in which its windows may open and its Reset be written. */
final class ModelBucket {
    static final long SECOND = 1_000_000_000L;

    enum Windows {
        FIXED_WHOLE,
        FIXED_FRACTIONAL,
        OPENED_FRACTIONAL,
        OPENED_WHOLE
    }

    private final Windows kind;
    private final int limit;
    private final long length;
    private final long phase;
    private long end = Long.MIN_VALUE;
    private int used;
    private final Map<Object, Integer> usedBy = new HashMap<>();
    private final Map<Object, Integer> mostUsedBy = new HashMap<>();

    ModelBucket(Windows kind, int limit, long length, Random random) {
        this.kind = kind;
        this.limit = limit;
        this.length = length;
        this.phase = kind == Windows.FIXED_FRACTIONAL ? (long) (random.nextDouble() * length) : 0;
    }

    /** The answer to a request, counted for whoever sent it. */
    RateLimitStatus take(Object client, long serverTime) {
        open(serverTime);
        boolean allowed = used < limit;
        if (allowed) {
            used++;
            mostUsedBy.merge(client, usedBy.merge(client, 1, Integer::sum), Math::max);
        }
        return new RateLimitStatus(!allowed, limit, limit - used, end / SECOND, serverTime / SECOND);
    }

    /** Whether fixed windows are in their first half. */
    boolean isEarly(long serverTime) {
        return Math.floorMod(serverTime - phase, length) * 2 < length;
    }

    /** When there is room for a request that is here; it may open a window. */
    long roomAt(long serverTime) {
        open(serverTime);
        return used < limit ? serverTime : end;
    }

    private void open(long time) {
        if (time < end) {
            return;
        }
        end = switch (kind) {
            case FIXED_WHOLE, FIXED_FRACTIONAL -> Math.floorDiv(time - phase, length) * length + phase + length;
            case OPENED_FRACTIONAL -> time + length;
            case OPENED_WHOLE -> time / SECOND * SECOND + length;
        };
        used = 0;
        usedBy.clear();
    }

    /** The most that a client has used of any window. */
    int mostUsedBy(Object client) {
        return mostUsedBy.getOrDefault(client, 0);
    }
}
