/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/**
 * A run of {@code reconcile} that broke off while it wrote, because the next user would have met the same: Okta is down, refuses
 * the credentials or limits the calls. What was written stays; the next run goes on from there. The cause is what it met.
 */
public class ReconcileFailedException extends OktaUsersException {
    private static final long serialVersionUID = 1L;

    private final transient ReconcileReport report;

    /** @param users how many users were to be written to */
    public ReconcileFailedException(RuntimeException cause, ReconcileReport report, long done, long users) {
        super(builder("reconcile broke off after " + done + " of " + users + " users: " + cause.getMessage(), cause));
        this.report = report;
    }

    private static Builder builder(String message, RuntimeException cause) {
        Builder builder = of(message).cause(cause);
        if (cause instanceof OktaUsersException failure) {
            builder.operation(failure.getOperation())
                    .status(failure.getStatusCode())
                    .error(
                            failure.getErrorCode(),
                            failure.getErrorSummary(),
                            failure.getErrorCauses(),
                            failure.getErrorId())
                    .requestId(failure.getRequestId())
                    .retryable(failure.isRetryable())
                    .inDoubt(failure.isInDoubt())
                    .attempts(failure.getAttempts());
        }
        return builder;
    }

    /** What was done until then; it lasts as long as the exchange. */
    public ReconcileReport getReport() {
        return report;
    }
}
