/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.time.Instant;

/** A call that would have had to wait longer for Okta's rate limit than {@code maxWait}, or that was refused to the last. */
public class OktaRateLimitException extends OktaUsersException {
    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    protected OktaRateLimitException(Builder builder, Instant retryAt) {
        super(builder);
        this.retryAt = retryAt;
    }

    /** When the call may get through, by this machine's clock. An estimate, and never before that there is room. */
    public Instant getRetryAt() {
        return retryAt;
    }
}
