/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;

/**
 * Keeps calls within Okta's rate limits, which it learns from the answers. A component has one of its own; a bean of this class
 * can be shared by several components, also of several Camel contexts, so that they count their calls together.
 */
public final class RateLimitGovernor {
    private static final int WHOLE = 100;

    private final int share;
    private final Ticker ticker;
    private final DoubleSupplier random;
    private final Map<String, Org> orgs = new ConcurrentHashMap<>();

    private record Org(ReentrantLock lock, OrgLimits limits) {}

    /** A governor that may use the limits up. */
    public RateLimitGovernor() {
        this(WHOLE);
    }

    /**
     * @param share how much of each limit may be used, 1 to 100 percent
     * @throws IllegalArgumentException if it is something else
     */
    public RateLimitGovernor(int share) {
        this(share, Ticker.system(), () -> ThreadLocalRandom.current().nextDouble());
    }

    RateLimitGovernor(int share, Ticker ticker, DoubleSupplier random) {
        if (share < 1 || share > WHOLE) {
            throw new IllegalArgumentException("rateLimitShare must be 1 to 100 (percent)");
        }
        this.share = share;
        this.ticker = ticker;
        this.random = random;
    }

    /**
     * The rate limiter of one caller of an org.
     *
     * @param origin scheme, host and port of the org
     * @param caller stands for the credential, which it need not hold; equal callers are counted together
     */
    public RateLimiter limiter(String origin, Object caller) {
        Org org = orgs.computeIfAbsent(origin, key -> new Org(new ReentrantLock(), new OrgLimits(share, random)));
        return new RateLimiter(org.lock(), org.limits(), caller, ticker);
    }

    /** In percent. */
    public int getShare() {
        return share;
    }

    /** How many calls wait now, in all orgs and buckets. */
    public int getWaiting() {
        int waiting = 0;
        for (Org org : orgs.values()) {
            org.lock().lock();
            try {
                waiting += org.limits().waiting();
            } finally {
                org.lock().unlock();
            }
        }
        return waiting;
    }

    /** Without callers. */
    @Override
    public String toString() {
        return "RateLimitGovernor[share=" + share + " %, orgs=" + orgs.keySet() + "]";
    }
}
