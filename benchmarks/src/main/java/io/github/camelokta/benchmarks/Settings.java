/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How the benchmarks are run.
 *
 * @param only the names of the sections to run
 * @param rounds how often each figure is measured; its median is what counts
 * @param users in the long list
 * @param check whether a missed target ends the run with an exit code of 1
 * @param newest the home of the newest JDK, for virtual threads
 * @param plot where the plot goes
 */
record Settings(List<String> only, int rounds, int users, boolean check, Path newest, Path plot) {
    private static final int LEAST_USERS = 20_000;
    private static final String USAGE = " is not understood: --only=" + String.join(",", Sections.NAMES)
            + " --rounds=3 --users=1000000 --check --jdk=/path/of/a/jdk --plot=file.svg are";

    /**
     * Reads arguments like {@code --rounds=3 --users=1000000 --only=load,list --check}.
     *
     * @throws IllegalArgumentException if there are others
     */
    static Settings of(String... arguments) {
        Settings settings =
                new Settings(Sections.NAMES, 3, 1_000_000, false, Jdks.newest(), Path.of("target", "performance.svg"));
        for (String argument : arguments) {
            settings = settings.with(argument);
        }
        return settings;
    }

    private Settings with(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (argument.equals("--check")) {
            return new Settings(only, rounds, users, true, newest, plot);
        } else if (argument.startsWith("--rounds=")) {
            return new Settings(only, atLeast(1, argument, value), users, check, newest, plot);
        } else if (argument.startsWith("--users=")) {
            return new Settings(only, rounds, atLeast(LEAST_USERS, argument, value), check, newest, plot);
        } else if (argument.startsWith("--jdk=")) {
            return new Settings(only, rounds, users, check, Path.of(value), plot);
        } else if (argument.startsWith("--plot=")) {
            return new Settings(only, rounds, users, check, newest, Path.of(value));
        } else if (argument.startsWith("--only=") && Sections.NAMES.containsAll(Arrays.asList(value.split(",")))) {
            return new Settings(List.of(value.split(",")), rounds, users, check, newest, plot);
        }
        throw new IllegalArgumentException(argument + USAGE);
    }

    private static int atLeast(int least, String argument, String value) {
        int number = Integer.parseInt(value);
        if (number < least) {
            throw new IllegalArgumentException(argument + " must be " + least + " or more");
        }
        return number;
    }
}
