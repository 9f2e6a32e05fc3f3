/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.operation.Repeat;

/** Answers whether a failed call may be sent again as it is. */
final class RetryPolicy {

    private RetryPolicy() {}

    /**
     * After an error answer.
     *
     * <p>With 429, and with 503 from Okta itself, nothing was done. A 5xx without Okta's error code comes from something in
     * between, behind which Okta may have acted.
     */
    static boolean mayRepeat(Repeat repeat, int status, String errorCode) {
        boolean nothingWasDone = status == 429 || status == 503 && errorCode != null;
        boolean passing = nothingWasDone || status == 500 || status == 502 || status == 503 || status == 504;
        return mayRepeat(repeat, passing, nothingWasDone);
    }

    /** After no answer, or none that could be read to its end. */
    static boolean mayRepeat(Repeat repeat, boolean passing, boolean nothingWasDone) {
        return passing
                && repeat != Repeat.DESTRUCTIVE
                && (nothingWasDone || repeat == Repeat.SAFE || repeat == Repeat.CONVERGES);
    }
}
