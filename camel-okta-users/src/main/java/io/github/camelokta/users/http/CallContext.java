/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.time.Duration;

/**
 * What belongs to a call and not to what is sent: its priority, how long it may still wait, which attempt it is, and where its
 * answer is read into. Handed on from interceptor to interceptor. Used by one thread, that of the call.
 */
public final class CallContext {
    private final Priority priority;
    private final TimeBudget budget;
    private PageBuffer pageBuffer;
    private int attempt = 1;
    private boolean rateLimited;

    private CallContext(Priority priority, TimeBudget budget) {
        this.priority = priority;
        this.budget = budget;
    }

    /** A call that may wait as long as the component allows by {@code maxWait}. */
    public static CallContext of(Priority priority) {
        return new CallContext(priority, new TimeBudget());
    }

    /** A call that may wait so long, and no longer than the component allows. */
    public static CallContext of(Priority priority, Duration longestWait) {
        CallContext context = of(priority);
        context.budget.limitTo(longestWait);
        return context;
    }

    /** Another call for the same caller, such as a read that looks for the effect of this one: what either waits counts for both. */
    public CallContext anotherCall() {
        CallContext another = new CallContext(priority, budget);
        another.rateLimited = rateLimited;
        return another;
    }

    /** Has the answer read into this buffer. */
    public CallContext into(PageBuffer buffer) {
        pageBuffer = buffer;
        return this;
    }

    public Priority priority() {
        return priority;
    }

    /** How long this call may still wait, all its attempts together. */
    public TimeBudget budget() {
        return budget;
    }

    /** What to read the answer into; null for an array of its own. */
    public PageBuffer pageBuffer() {
        return pageBuffer;
    }

    /** Which attempt of the call it is; 1 for the first. */
    public int attempt() {
        return attempt;
    }

    public void beginAttempt(int number) {
        attempt = number;
    }

    /** Okta has answered 429: when the call is sent again, it goes before those that were never sent. */
    public void noteRateLimited() {
        rateLimited = true;
    }

    public boolean wasRateLimited() {
        return rateLimited;
    }
}
