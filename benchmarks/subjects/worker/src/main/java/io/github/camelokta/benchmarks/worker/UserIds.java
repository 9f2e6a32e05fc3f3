/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

/** The ids of the stub's users: ten letters and digits that all have, and the user's number. */
final class UserIds {
    private static final String START = "00ubench00";
    private static final int DIGITS = 10;
    private static final int SOME = 10_000;

    private UserIds() {}

    /** One of ten thousand users. */
    static String some(long number) {
        String digits = Long.toString(number % SOME);
        return START + "0".repeat(DIGITS - digits.length()) + digits;
    }

    static int numberOf(String id) {
        return Integer.parseInt(id, START.length(), id.length(), 10);
    }
}
