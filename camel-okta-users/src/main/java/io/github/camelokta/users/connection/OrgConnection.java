/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.connection;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.observe.CredentialCheck;
import io.github.camelokta.users.observe.CredentialProbe;
import io.github.camelokta.users.observe.Metrics;
import io.github.camelokta.users.observe.RecentErrors;
import io.github.camelokta.users.observe.Snapshot;
import io.github.camelokta.users.operation.Bucket;
import io.github.camelokta.users.ratelimit.BucketState;
import io.github.camelokta.users.ratelimit.RateLimiter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/** One caller of one org: the way there, and how it looks. */
public final class OrgConnection implements AutoCloseable {
    private final OrgUrl org;
    private final String caller;
    private final Credentials credentials;
    private final RateLimiter turnstile;
    private final RecentErrors failures;
    private final OktaClient client;
    private final CredentialCheck check;

    /**
     * @param caller by which people tell it from others of the same org
     * @param pipeline sends requests
     */
    OrgConnection(
            OrgUrl org,
            String caller,
            Credentials credentials,
            RateLimiter turnstile,
            OktaClient pipeline,
            Metrics metrics,
            InstantSource clock) {
        this.org = org;
        this.caller = caller;
        this.credentials = credentials;
        this.turnstile = turnstile;
        this.failures = new RecentErrors(metrics.measured(pipeline), clock);
        this.client = failures;
        this.check = new CredentialCheck(new CredentialProbe(client, org)::ask, clock);
        metrics.watch(org.toString(), caller);
    }

    public OktaClient client() {
        return client;
    }

    public Credentials credentials() {
        return credentials;
    }

    OrgUrl org() {
        return org;
    }

    String caller() {
        return caller;
    }

    CredentialCheck check() {
        return check;
    }

    public Snapshot.Org snapshot() {
        return new Snapshot.Org(
                org.toString(),
                caller,
                check.last().orElse(null),
                credentials.tokenAges().stream()
                        .map(token -> new Snapshot.Token(token.scopes(), token.age(), token.left()))
                        .sorted(Comparator.comparing(Snapshot.Token::scopes))
                        .toList(),
                turnstile.buckets().stream()
                        .sorted(Comparator.comparing(state -> (Bucket) state.bucket()))
                        .map(OrgConnection::shown)
                        .toList(),
                failures.newestFirst());
    }

    private static Snapshot.Bucket shown(BucketState state) {
        Bucket bucket = (Bucket) state.bucket();
        boolean told = state.limit() > 0;
        return new Snapshot.Bucket(
                bucket.label(),
                bucket.pattern(),
                told ? state.limit() : null,
                told ? state.remaining() : null,
                told ? Instant.ofEpochSecond(state.reset()) : null,
                state.inFlight(),
                state.waiting(),
                state.delay());
    }

    /** Calls that need not wait go on. */
    void endWaits() {
        turnstile.endWaits();
    }

    @Override
    public void close() {
        turnstile.close();
    }
}
