/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out ids and one-time tokens: the same ones in each run, ids in growing order. */
public final class IdSequence {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final AtomicLong last = new AtomicLong();
    private final Random random;

    /** A sequence whose tokens come from {@code random}. */
    public IdSequence(Random random) {
        this.random = random;
    }

    /** The next id: 20 characters that begin with {@code prefix} and sort by age. */
    public String next(String prefix) {
        String number = Long.toString(last.incrementAndGet(), 36);
        return prefix + "0".repeat(10 - number.length()) + number + "OktaSim";
    }

    /** A one-time token or temporary password of {@code length} characters. */
    public String token(int length) {
        StringBuilder token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }
}
