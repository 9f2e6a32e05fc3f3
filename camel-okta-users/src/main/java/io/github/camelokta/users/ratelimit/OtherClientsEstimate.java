/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

/** Whether others use the bucket too, and how many. Company is assumed until two windows have shown none. */
final class OtherClientsEstimate {
    private static final int REMEMBERED = 3;
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final int[] foreign = new int[REMEMBERED];
    private int windows;
    private double part = 0.5;

    /** Calls of the current window that were not ours. */
    void saw(int unexplained) {
        foreign[0] = Math.max(foreign[0], unexplained);
    }

    void windowEnded(int own, int used, int limit) {
        // A window that was hardly used says little of who uses it.
        if (used * 2 > limit) {
            part = (double) own / used;
        }
        System.arraycopy(foreign, 0, foreign, 1, REMEMBERED - 1);
        foreign[0] = 0;
        windows++;
    }

    boolean isThere() {
        if (windows < FEWEST) {
            return true;
        }
        for (int calls : foreign) {
            if (calls > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many of our size share the bucket, ourselves included: in this window once a good part of it is used. */
    int size(int own, int used, int limit) {
        double ours = used * 4 > limit ? Math.min(part, (double) own / used) : part;
        return (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(1 / ours - 0.3)));
    }
}
