/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import java.util.Optional;
import java.util.regex.Pattern;

/** An order: which requests, from the how-manieth on, how often, which fault. By default the first matching request, once. */
public final class FaultRule {
    private final FaultPlan plan;
    private final String method;
    private final Pattern path;
    private long from = 1;
    private long times = 1;
    private long seen;
    private Fault fault;

    FaultRule(FaultPlan plan, String method, String pathPattern) {
        this.plan = plan;
        this.method = method;
        StringBuilder regex = new StringBuilder();
        for (String literal : pathPattern.split("(?<=\\*\\*)|(?=\\*\\*)|(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)")) {
            regex.append(
                    switch (literal) {
                        case "**" -> ".*";
                        case "*" -> "[^/]+";
                        default -> Pattern.quote(literal);
                    });
        }
        this.path = Pattern.compile(regex.toString());
    }

    /** Spares the first {@code n - 1} matching requests. */
    public FaultRule nth(int n) {
        from = n;
        return this;
    }

    /** Strikes this many matching requests in a row. */
    public FaultRule times(int count) {
        times = count;
        return this;
    }

    /** Strikes every matching request until the org is reset. */
    public FaultRule always() {
        times = Integer.MAX_VALUE;
        return this;
    }

    /** Places the order. */
    public void fail(Fault ordered) {
        fault = ordered;
        plan.add(this);
    }

    Optional<Fault> next(String requestMethod, String requestPath) {
        boolean matches = (method.equals("*") || method.equalsIgnoreCase(requestMethod))
                && path.matcher(requestPath).matches();
        if (!matches) {
            return Optional.empty();
        }
        seen++;
        return seen >= from && seen < from + times ? Optional.of(fault) : Optional.empty();
    }

    boolean spent() {
        return seen >= from + times - 1;
    }
}
