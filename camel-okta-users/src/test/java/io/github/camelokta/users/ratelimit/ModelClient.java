/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import io.github.camelokta.users.ratelimit.WaitQueue.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A JVM whose callers ask a governor of their own, and repeat at once what was refused, as long as they may wait. */
final class ModelClient {
    /** Carries a request to Okta, and its answer to the receiver. */
    interface Network {
        void send(Object client, Consumer<RateLimitStatus> receiver);
    }

    private static final int OFTEN = 5;

    private final VirtualTime time;
    private final Network network;
    private final OrgLimits limits;
    private final long maxWait;
    private int left;
    private int failures;
    private int mostTries;
    private int repeatedOften;
    private int calls;
    private final Set<Permit> decided = new HashSet<>();
    private final List<Long> waits = new ArrayList<>();
    private long finished;

    ModelClient(VirtualTime time, Network network, int share, long maxWait, Random random) {
        this.time = time;
        this.network = network;
        this.limits = new OrgLimits(share, random::nextDouble);
        this.maxWait = maxWait;
    }

    /** So many callers make so many calls, each the next one when it has its answer. */
    void callInTurn(int callers, int total) {
        left = total;
        for (int i = 0; i < callers; i++) {
            next();
        }
    }

    private void next() {
        if (left > 0) {
            left--;
            call(false, this::next);
        }
    }

    void call(boolean polling, Runnable then) {
        calls++;
        ask(polling, 1, maxWait, then);
    }

    private void ask(boolean polling, int attempt, long budget, Runnable then) {
        mostTries = Math.max(mostTries, attempt);
        repeatedOften += attempt == OFTEN + 1 ? 1 : 0;
        Permit permit = limits.queue(this, "users").ask(this, polling, attempt > 1, time.now(), budget);
        permit.onChange(() -> time.at(time.now(), () -> look(permit, polling, attempt, budget, then)));
        look(permit, polling, attempt, budget, then);
    }

    private void look(Permit permit, boolean polling, int attempt, long budget, Runnable then) {
        if (decided.contains(permit)) {
            return;
        }
        long now = time.now();
        if (permit.state() == State.WAITING && now >= permit.wakeAt()) {
            limits.look(permit, now);
        }
        if (permit.state() == State.WAITING) {
            time.at(permit.wakeAt(), () -> look(permit, polling, attempt, budget, then));
        } else if (permit.state() == State.REFUSED) {
            decided.add(permit);
            end(true, then);
        } else if (permit.state() == State.GRANTED) {
            decided.add(permit);
            if (!polling) {
                waits.add(permit.waited());
            }
            network.send(this, answer -> answered(permit, polling, answer, attempt, budget - permit.waited(), then));
        }
    }

    private void answered(
            Permit permit, boolean polling, RateLimitStatus answer, int attempt, long budget, Runnable then) {
        limits.answered(permit, answer, time.now());
        if (!answer.refused()) {
            end(false, then);
        } else {
            ask(polling, attempt + 1, budget, then);
        }
    }

    private void end(boolean failed, Runnable then) {
        failures += failed ? 1 : 0;
        finished = time.now();
        then.run();
    }

    int failures() {
        return failures;
    }

    int mostTries() {
        return mostTries;
    }

    /** Calls that took more than five tries. */
    int repeatedOften() {
        return repeatedOften;
    }

    int calls() {
        return calls;
    }

    /** Of the attempts that were no polling reads, how long this part of them waited at most, in nanoseconds. */
    long longestWait(double part) {
        return longest(part, waits);
    }

    /** How long those waited. */
    List<Long> waits() {
        return waits;
    }

    static long longest(double part, List<Long> waits) {
        List<Long> sorted = waits.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size())));
    }

    long finished() {
        return finished;
    }
}
