/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.TokenAge;
import java.time.Duration;

/**
 * A token of Okta's, and how long it is good for on the clock of {@link System#nanoTime()}.
 *
 * @param scheme {@code Bearer} or {@code DPoP}
 * @param askedAt when the request for it left
 * @param dueAt from then on a new one should be asked for
 * @param endsAt from then on this one is not sent any more
 */
record AccessToken(String scheme, String value, long askedAt, long dueAt, long endsAt) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    private static final long SHARE = 10;

    /**
     * A token that is due five minutes before its end, or a tenth of its life if that is less, and not sent in the last
     * tenth of that margin.
     *
     * @param askedAt when the request for it left; Okta counts from later on
     */
    static AccessToken of(String scheme, String value, long askedAt, Duration life) {
        long margin = Math.min(LONGEST_MARGIN.toNanos(), life.toNanos() / SHARE);
        long end = askedAt + life.toNanos();
        return new AccessToken(scheme, value, askedAt, end - margin, end - margin / SHARE);
    }

    String authorization() {
        return scheme + " " + value;
    }

    boolean isUsable(long now) {
        return now - endsAt < 0;
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    /** The same token, for which no new one is asked before then. */
    AccessToken dueAt(long later) {
        return new AccessToken(scheme, value, askedAt, later, endsAt);
    }

    TokenAge age(String scopes, long now) {
        return new TokenAge(scopes, Duration.ofNanos(now - askedAt), Duration.ofNanos(Math.max(0, endsAt - now)));
    }

    @Override
    public String toString() {
        return scheme + " token";
    }
}
