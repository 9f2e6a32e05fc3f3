/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A bad day, decided by one number: how far the search index lags, how wrong the org's clock is, and which requests meet a burst of
 * 429 or 503, a slow answer or a cut connection after the change was applied.
 *
 * <p>What a request meets depends on the seed, on its operation, and on how often that came since the last reset: ids do not matter.
 * So a test that sends the same requests meets the same faults.
 */
public final class Chaos {
    /** The system property that gives {@link #any()} its seed, so that a failed test runs again as it was. */
    public static final String PROPERTY = "okta.simulator.chaos";

    private static final Pattern ID = Pattern.compile("\\w{13}OktaSim");
    private static final int PERCENT_LIMITED = 4;
    private static final int PERCENT_UNAVAILABLE = 4;
    private static final int PERCENT_SLOW = 6;
    private static final int PERCENT_CUT = 4;
    private static final int LONGEST_BURST = 3;
    private static final int LONGEST_SKEW = 60;
    private static final int LONGEST_LAG = 2_000;
    private static final int LONGEST_DELAY = 500;

    private final long seed;
    private final Duration indexLag;
    private final Duration clockSkew;
    private final Map<String, Integer> seen = new HashMap<>();

    private Chaos(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.seed = seed;
        this.indexLag = Duration.ofMillis(random.nextInt(LONGEST_LAG + 1));
        this.clockSkew = Duration.ofSeconds(random.nextInt(-LONGEST_SKEW, LONGEST_SKEW + 1));
    }

    /** The bad day of this seed. */
    public static Chaos of(long seed) {
        return new Chaos(seed);
    }

    /** A new one each time, or the one that {@value #PROPERTY} names. */
    public static Chaos any() {
        return of(Long.getLong(PROPERTY, ThreadLocalRandom.current().nextLong(1, 1_000_000)));
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** How long a write takes to show in a search: up to two seconds. */
    public Duration indexLag() {
        return indexLag;
    }

    /** How far the org's clock is ahead: up to a minute either way. */
    public Duration clockSkew() {
        return clockSkew;
    }

    /** What the next request of this method and path meets, if anything. */
    synchronized Optional<Fault> next(String method, String path) {
        String request = method + " " + ID.matcher(path).replaceAll("*");
        int number = seen.merge(request, 1, Integer::sum);
        for (int before = 0; before < LONGEST_BURST && before < number; before++) {
            SplittableRandom random = draws(request, number - before);
            int drawn = random.nextInt(100);
            boolean runs = random.nextInt(1, LONGEST_BURST + 1) > before;
            if (runs && drawn < PERCENT_LIMITED) {
                return Optional.of(Fault.concurrencyLimited());
            }
            if (runs && drawn < PERCENT_LIMITED + PERCENT_UNAVAILABLE) {
                return Optional.of(Fault.unavailable());
            }
        }
        SplittableRandom random = draws(request, -number);
        int drawn = random.nextInt(100);
        if (drawn < PERCENT_SLOW) {
            return Optional.of(Fault.delay(Duration.ofMillis(random.nextInt(LONGEST_DELAY))));
        }
        boolean cut = drawn < PERCENT_SLOW + PERCENT_CUT && !method.equals("GET");
        return cut ? Optional.of(Fault.resetAfterChange()) : Optional.empty();
    }

    synchronized void restart() {
        seen.clear();
    }

    private SplittableRandom draws(String request, int number) {
        return new SplittableRandom(seed * 31 + (request + "#" + number).hashCode());
    }

    /** For people whose test failed: what it met and how it meets that again. */
    @Override
    public String toString() {
        return "chaos with the seed " + seed + " (index " + indexLag.toMillis() + " ms behind, clock "
                + clockSkew.toSeconds() + " s ahead); run it again with -D" + PROPERTY + "=" + seed;
    }
}
