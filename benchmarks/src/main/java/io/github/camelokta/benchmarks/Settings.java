/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * How the benchmarks are run.
 *
 * @param only the names of those to run
 * @param rounds how often each figure is measured; its median is what counts
 * @param users in the long list
 * @param check whether a missed target ends the run with an exit code of 1
 */
record Settings(List<String> only, int rounds, int users, boolean check) {
    private static final int LEAST_USERS = 20_000;

    /**
     * Reads arguments like {@code --rounds=3 --users=1000000 --only=memory,prefetch --check}.
     *
     * @throws IllegalArgumentException if there are others
     */
    static Settings of(String... arguments) {
        Settings settings = new Settings(List.of("memory", "prefetch"), 3, 1_000_000, false);
        for (String argument : arguments) {
            settings = settings.with(argument);
        }
        return settings;
    }

    private Settings with(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (argument.equals("--check")) {
            return new Settings(only, rounds, users, true);
        } else if (argument.startsWith("--rounds=")) {
            return new Settings(only, atLeast(1, argument, value), users, check);
        } else if (argument.startsWith("--users=")) {
            return new Settings(only, rounds, atLeast(LEAST_USERS, argument, value), check);
        } else if (argument.startsWith("--only=") && only.containsAll(Arrays.asList(value.split(",")))) {
            return new Settings(List.of(value.split(",")), rounds, users, check);
        }
        throw new IllegalArgumentException(
                argument + " is not understood: --only=memory,prefetch --rounds=3 --users=1000000 --check are");
    }

    private static int atLeast(int least, String argument, String value) {
        int number = Integer.parseInt(value);
        if (number < least) {
            throw new IllegalArgumentException(argument + " must be " + least + " or more");
        }
        return number;
    }
}
