/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

/**
 * How the attempts of a call ended.
 *
 * @param attempts how many there were
 * @param undone whether a read has shown that the effect of the last one does not stand
 * @param doubted whether an attempt may have been carried out although it failed
 * @param why in words; empty where the failure speaks for itself
 */
record Ending(int attempts, boolean undone, boolean doubted, String why) {
    /** A call that failed at the first attempt, and for which nothing else was tried. */
    static final Ending PLAIN = new Ending(1, false, false, "");

    /** To be put behind a message. */
    @Override
    public String toString() {
        return (attempts == 1 ? "" : "; " + attempts + " attempts were made") + (why.isEmpty() ? "" : "; " + why);
    }
}
