/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;

/** The answer is longer than allowed; it would be so again. */
public final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    public AnswerTooLongException(long maxResponseSize) {
        super("the answer is longer than maxResponseSize (" + maxResponseSize + " bytes)");
    }
}
