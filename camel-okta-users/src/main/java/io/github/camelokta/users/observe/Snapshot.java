/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.observe.CredentialProbe.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a component is at one moment. Holds neither secrets nor personal data, so that it may be shown to anybody who may look at
 * the application; what is not known is null.
 *
 * @param component the name under which the Camel context has it
 * @param time of this machine
 * @param share how much of each limit may be used, in percent
 */
public record Snapshot(
        String component, Instant time, int share, List<Endpoint> endpoints, List<Org> orgs, List<Consumer> consumers) {

    /**
     * The endpoints of one operation.
     *
     * @param count how many there are
     */
    public record Endpoint(String operation, String org, int count) {}

    /**
     * One caller of one org.
     *
     * @param url scheme, host and port
     * @param caller the kind of credential, with a number where an org has several callers of a kind
     * @param credential what came of asking whether Okta takes it
     * @param failures the last ones, newest first
     */
    public record Org(
            String url,
            String caller,
            Credential credential,
            List<Token> tokens,
            List<Bucket> buckets,
            List<Failure> failures) {}

    /**
     * What came of asking Okta whether it takes a credential.
     *
     * @param why a sentence; empty where it is accepted
     * @param checked when it was asked
     */
    public record Credential(Finding finding, String why, Instant checked) {}

    /**
     * A token that Okta gave for a time.
     *
     * @param scopes what it is good for
     * @param left until it is not sent any more
     */
    public record Token(String scopes, Duration age, Duration left) {}

    /**
     * A rate limit.
     *
     * @param name short, as in metrics
     * @param path by which Okta's own pages name it
     * @param limit calls in a window
     * @param remaining calls left in this window
     * @param reset when the window ends or ended, by Okta's clock
     * @param inFlight calls on their way
     * @param waiting calls that wait
     * @param delay how long a call that comes now must wait at least
     */
    public record Bucket(
            String name,
            String path,
            Integer limit,
            Integer remaining,
            Instant reset,
            int inFlight,
            int waiting,
            Duration delay) {}

    /**
     * A call that failed in the end.
     *
     * @param status of the HTTP answer; 0 where there was none
     * @param code Okta's
     */
    public record Failure(String operation, int status, String code, Instant time) {}

    /**
     * A consumer that is started.
     *
     * @param route its route's id
     * @param cursor with {@code mode=changes}: the change up to which everything is done
     * @param caughtUp when the last poll began that read to the end; everything older was handed to the route
     * @param lag how long ago that was or, before that, how long the consumer has been running
     * @param pages read since the start
     * @param exchanges handed to the route since the start
     * @param unfinished exchanges or users of these that the route has not finished
     * @param failedUsers with {@code mode=changes}: users that wait for another try
     */
    public record Consumer(
            String route,
            String operation,
            String mode,
            Instant cursor,
            Instant caughtUp,
            Duration lag,
            long pages,
            long exchanges,
            int unfinished,
            Integer failedUsers) {}
}
