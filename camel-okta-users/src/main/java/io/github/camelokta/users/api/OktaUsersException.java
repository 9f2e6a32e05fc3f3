/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.time.Instant;
import java.util.List;
import org.apache.camel.RuntimeCamelException;

/**
 * A call that Okta refused, or that got no answer. The message is one line and holds neither secrets nor what Okta quotes of
 * the request. Branch on {@link #getErrorCode()}: Okta answers the same state error with 400, 403 or 404, as the operation
 * may be.
 */
public class OktaUsersException extends RuntimeCamelException {
    private static final long serialVersionUID = 1L;

    private final int statusCode;
    private final String errorCode;
    private final String errorSummary;
    private final List<String> errorCauses;
    private final String errorId;
    private final String requestId;
    private final String operation;
    private final boolean retryable;
    private final boolean inDoubt;
    private final int attempts;

    protected OktaUsersException(Builder builder) {
        super(builder.message, builder.cause);
        this.statusCode = builder.statusCode;
        this.errorCode = builder.errorCode;
        this.errorSummary = builder.errorSummary;
        this.errorCauses = builder.errorCauses;
        this.errorId = builder.errorId;
        this.requestId = builder.requestId;
        this.operation = builder.operation;
        this.retryable = builder.retryable;
        this.inDoubt = builder.inDoubt;
        this.attempts = builder.attempts;
    }

    /** Starts an exception with this one-line message. */
    public static Builder of(String message) {
        return new Builder(message);
    }

    /** The HTTP status; 0 if no answer came. */
    public int getStatusCode() {
        return statusCode;
    }

    /** Okta's error code, such as {@code E0000007}; null if the answer held none. */
    public String getErrorCode() {
        return errorCode;
    }

    /** Okta's summary for people, in which it may repeat what was sent; null if there was none. Credentials are masked. */
    public String getErrorSummary() {
        return errorSummary;
    }

    /**
     * Whether what the call names is not there. Only Okta's own answer says so, by its code {@code E0000007}: a gateway or a
     * proxy answers 404 too, for reasons of its own.
     */
    public boolean isNotFound() {
        return statusCode == 404 && "E0000007".equals(errorCode);
    }

    /** The summaries of Okta's causes; may be empty. Credentials are masked. */
    public List<String> getErrorCauses() {
        return errorCauses;
    }

    /** Okta's id of this error; null if there was none. */
    public String getErrorId() {
        return errorId;
    }

    /** Okta's id of the request, for its support; null if there was none. */
    public String getRequestId() {
        return requestId;
    }

    /** The operation that failed, as in the URI. */
    public String getOperation() {
        return operation;
    }

    /** Whether the same call may be sent again without harm and with hope. Never true for {@code deactivateOrDelete}. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether Okta may have carried the write out although it failed: no whole answer came, or a server's error. Never of a read. */
    public boolean isInDoubt() {
        return inDoubt;
    }

    /** How often the call was tried; 0 if the rate limit left no time for a first attempt. */
    public int getAttempts() {
        return attempts;
    }

    /** Collects what is known of a failure. */
    public static final class Builder {
        private final String message;
        private Throwable cause;
        private int statusCode;
        private String errorCode;
        private String errorSummary;
        private List<String> errorCauses = List.of();
        private String errorId;
        private String requestId;
        private String operation;
        private boolean retryable;
        private boolean inDoubt;
        private int attempts = 1;
        private Instant retryAt;

        private Builder(String message) {
            this.message = message;
        }

        public Builder operation(String operation) {
            this.operation = operation;
            return this;
        }

        public Builder status(int statusCode) {
            this.statusCode = statusCode;
            return this;
        }

        public Builder error(String code, String summary, List<String> causes, String id) {
            this.errorCode = code;
            this.errorSummary = summary;
            this.errorCauses = List.copyOf(causes);
            this.errorId = id;
            return this;
        }

        public Builder requestId(String requestId) {
            this.requestId = requestId;
            return this;
        }

        public Builder retryable(boolean retryable) {
            this.retryable = retryable;
            return this;
        }

        public Builder inDoubt(boolean inDoubt) {
            this.inDoubt = inDoubt;
            return this;
        }

        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        /** Makes it an {@link OktaRateLimitException}; null makes it none. */
        public Builder retryAt(Instant retryAt) {
            this.retryAt = retryAt;
            return this;
        }

        public OktaUsersException build() {
            return retryAt == null ? new OktaUsersException(this) : new OktaRateLimitException(this, retryAt);
        }
    }
}
