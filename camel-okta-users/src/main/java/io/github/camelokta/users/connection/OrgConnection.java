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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One caller of one org: the way there, and how it looks. */
public final class OrgConnection implements AutoCloseable {
    private final OrgUrl org;
    private final String caller;
    private final Credentials credentials;
    private final RateLimiter rateLimiter;
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
            RateLimiter rateLimiter,
            OktaClient pipeline,
            Metrics metrics,
            InstantSource clock) {
        this.org = org;
        this.caller = caller;
        this.credentials = credentials;
        this.rateLimiter = rateLimiter;
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
                buckets(),
                failures.newestFirst());
    }

    /** In the order of the table of buckets. */
    private List<Snapshot.Bucket> buckets() {
        List<BucketState> states = rateLimiter.buckets();
        return Arrays.stream(Bucket.values())
                .flatMap(bucket -> states.stream()
                        .filter(state -> state.bucket().equals(bucket.label()))
                        .map(state -> shown(bucket, state)))
                .toList();
    }

    private static Snapshot.Bucket shown(Bucket bucket, BucketState state) {
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
        rateLimiter.endWaits();
    }

    @Override
    public void close() {
        rateLimiter.close();
    }
}
