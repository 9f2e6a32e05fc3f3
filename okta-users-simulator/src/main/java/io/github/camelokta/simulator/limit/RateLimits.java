/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts requests per bucket in windows of 60 s. The first request opens a window, so windows keep no phase; this is what
 * 281 recorded windows of real orgs show.
 *
 * <p>Defaults are those of a production org: 600 a minute, and 1000 for reading one user.
 */
public final class RateLimits {
    /** List, create, every lifecycle, credential, role, grant, group, session operation: nearly all. */
    public static final String USERS = "/api/v1/users";
    /** GET of one user. */
    public static final String READ_USER = "/api/v1/users/{id:.+}";
    /** POST, PUT and DELETE of one user. */
    public static final String WRITE_USER = "/api/v1/users/{id}";
    /** {@code /users/me}. */
    public static final String ME = "/api/v1/users/me";
    /** Members of groups. */
    public static final String GROUPS = "/api/v1/groups";
    /** The token endpoint of service apps. */
    public static final String TOKEN = "/oauth2/v1/token";
    /** Every other path. */
    public static final String OTHER = "/api/v1";

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Map<String, Integer> DEFAULTS =
            Map.of(USERS, 600, READ_USER, 1000, WRITE_USER, 600, ME, 1000, GROUPS, 600, TOKEN, 600, OTHER, 600);

    private static final class Window {
        private Instant end;
        private int used;
    }

    private final Clock clock;
    private final Map<String, Integer> limits = new LinkedHashMap<>(DEFAULTS);
    private final Map<String, Window> windows = new HashMap<>();

    /** Full buckets on {@code clock}. */
    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** The names of the buckets. */
    public static Set<String> buckets() {
        return DEFAULTS.keySet();
    }

    /** Sets the limit of a bucket; what the window has used so far still counts. */
    public synchronized void limit(String bucket, int requestsPerMinute) {
        if (!DEFAULTS.containsKey(bucket)) {
            throw new IllegalArgumentException("No such bucket: " + bucket + ", there are " + buckets());
        }
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("A limit is not negative: " + requestsPerMinute);
        }
        limits.put(bucket, requestsPerMinute);
    }

    /** Counts one request. */
    public synchronized Quota take(String bucket) {
        Window window = open(bucket);
        int limit = limits.get(bucket);
        boolean allowed = window.used < limit;
        if (allowed) {
            window.used++;
        }
        return new Quota(allowed, limit, Math.max(0, limit - window.used), window.end.getEpochSecond());
    }

    /** Uses up the rest of a window, as another client with the same token would. */
    public synchronized Quota exhaust(String bucket) {
        Window window = open(bucket);
        int limit = limits.get(bucket);
        window.used = Math.max(window.used, limit);
        return new Quota(false, limit, 0, window.end.getEpochSecond());
    }

    /** Back to the default limits and full buckets. */
    public synchronized void reset() {
        limits.putAll(DEFAULTS);
        windows.clear();
    }

    private Window open(String bucket) {
        Window window = windows.computeIfAbsent(bucket, key -> new Window());
        Instant now = clock.instant();
        if (window.end == null || !now.isBefore(window.end)) {
            window.end = now.plus(WINDOW);
            window.used = 0;
        }
        return window;
    }
}
