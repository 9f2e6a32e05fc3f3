/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;
import java.time.Duration;

/**
 * What belongs to a call and not to what is sent: its priority, how long it may still wait, which attempt it is, and where its
 * answer is read into. Handed on from interceptor to interceptor. Used by one thread, that of the call.
 */
public final class CallContext {
    private final Priority priority;
    private final TimeBudget budget;
    private PageBuffer pageBuffer;
    private AnswerReader reader = success -> {};
    private int attempt = 1;
    private boolean rateLimited;

    private CallContext(Priority priority, TimeBudget budget) {
        this.priority = priority;
        this.budget = budget;
    }

    /** Reads a success for the caller, who keeps what it gives. */
    @FunctionalInterface
    public interface AnswerReader {
        /**
         * @throws IOException if the body is not what was promised, or does not fit; then the call has failed
         */
        void read(OktaResponse success) throws IOException;
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

    /** Makes reading the answer a part of the call: whether it can be read is judged where all failures are. */
    public CallContext reading(AnswerReader answerReader) {
        reader = answerReader;
        return this;
    }

    /** Reads the success with which an attempt ends. */
    public void read(OktaResponse success) throws IOException {
        reader.read(success);
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
