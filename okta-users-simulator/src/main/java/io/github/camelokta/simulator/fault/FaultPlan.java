/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults ordered and not yet spent, in the order in which they were ordered. One request meets one fault at most, and
 * orders behind the one that struck do not count it.
 */
public final class FaultPlan {
    private final List<FaultRule> rules = new ArrayList<>();
    private final Chaos chaos;

    /** No orders. */
    public FaultPlan() {
        this(null);
    }

    /** No orders; what none of them strikes meets {@code chaos}, or nothing where that is null. */
    public FaultPlan(Chaos chaos) {
        this.chaos = chaos;
    }

    /** Begins an order for requests of this method ({@code *} for any) and path ({@code *} stands for one segment, {@code **} for any rest). */
    public FaultRule on(String method, String pathPattern) {
        return new FaultRule(this, method, pathPattern);
    }

    /** The fault for this request, if one is due; counts the request. */
    public synchronized Optional<Fault> next(String method, String path) {
        Fault due = null;
        for (FaultRule rule : List.copyOf(rules)) {
            Optional<Fault> fault = due == null ? rule.next(method, path) : Optional.empty();
            if (fault.isPresent()) {
                due = fault.get();
            }
            if (rule.spent()) {
                rules.remove(rule);
            }
        }
        return due == null && chaos != null ? chaos.next(method, path) : Optional.ofNullable(due);
    }

    /** Forgets all orders, and begins the chaos anew. */
    public synchronized void clear() {
        rules.clear();
        if (chaos != null) {
            chaos.restart();
        }
    }

    /** How many orders are not spent. */
    public synchronized int pending() {
        return rules.size();
    }

    synchronized void add(FaultRule rule) {
        rules.add(rule);
    }
}
