/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** So many users vanished from the search at once that rather the search or the rights changed. */
public final class TooManyMissingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public TooManyMissingException(int missing, int known, int most) {
        super("detectDeletions misses " + missing + " of " + known + " users at once, and maxDeletions allows " + most
                + ": nobody was asked for or reported. See whether the credentials may still read all users;"
                + " if so many did leave, set maxDeletions to " + missing + " or more");
    }
}
