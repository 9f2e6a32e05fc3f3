/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;

/** There is no success, and no other attempt: what the last one came to, and how the attempts ended. */
final class GivenUpException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome last;
    private final transient Ending ending;

    GivenUpException(Outcome last, Ending ending) {
        super(ending.toString(), last.failure());
        this.last = last;
        this.ending = ending;
    }

    Outcome last() {
        return last;
    }

    Ending ending() {
        return ending;
    }
}
