/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import java.io.IOException;

/** There is no success, and no other attempt: what the last one came to, and how the attempts ended. */
final class RetriesExhaustedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Attempt last;
    private final transient Ending ending;

    RetriesExhaustedException(Attempt last, Ending ending) {
        super(ending.toString(), last.failure());
        this.last = last;
        this.ending = ending;
    }

    Attempt last() {
        return last;
    }

    Ending ending() {
        return ending;
    }
}
