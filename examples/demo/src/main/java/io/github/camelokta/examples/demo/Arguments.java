/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The arguments that a program understands; all are switches. Each program has {@code --real}, which asks for the systems that
 * the environment names instead of the simulated ones, and {@code --help}.
 */
public final class Arguments {
    public static final String REAL = "--real";
    public static final String HELP = "--help";

    private final String usage;
    private final List<String> known;
    private final List<Rule> rules = new ArrayList<>();

    /** A switch that goes with {@code --real} only, or without it only. */
    private record Rule(String argument, boolean real, String sentence) {}

    /**
     * @param usage what {@code --help} prints
     * @param known the switches that the program has, in the order in which they are named
     */
    public Arguments(String usage, String... known) {
        this.usage = usage;
        this.known = List.of(known);
    }

    /** @param reason why the switch does not go with {@code --real}, after a colon */
    public Arguments simulatedOnly(String argument, String reason) {
        rules.add(new Rule(argument, false, argument + " does not go with --real: " + reason));
        return this;
    }

    /** @param reason why the switch goes with {@code --real} only, after a colon */
    public Arguments realOnly(String argument, String reason) {
        rules.add(new Rule(argument, true, argument + " goes with --real only: " + reason));
        return this;
    }

    String usage() {
        return usage;
    }

    /** @throws UsageException if they ask for something that there is not, or that does not go together */
    public Set<String> parse(String... args) {
        Set<String> given = new LinkedHashSet<>(List.of(args));
        for (String argument : given) {
            if (!known.contains(argument)) {
                throw new UsageException("There is no argument '" + argument + "': the arguments are " + names() + ".");
            }
        }
        for (Rule rule : rules) {
            if (given.contains(rule.argument()) && rule.real() != given.contains(REAL)) {
                throw new UsageException(rule.sentence());
            }
        }
        return given;
    }

    private String names() {
        int last = known.size() - 1;
        return String.join(", ", known.subList(0, last)) + " and " + known.get(last);
    }
}
