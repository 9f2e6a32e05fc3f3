/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import java.util.Random;

/** Random input of which a failed test tells the seed: run it again with {@code -Dseed=...}. */
public final class Randoms {
    private static final String AWKWARD = "@+ %#&;'\"\\/?=*~.-_,:|<>[]{}()!$^`\t\n\0éß中\u2028";

    private Randoms() {}

    public static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }

    /** Text of up to so many characters, with a good share of those that mean something somewhere. */
    public static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                case 1 -> text.appendCodePoint(0x1F600 + random.nextInt(64));
                case 2 -> text.append((char) random.nextInt(0xD800));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
