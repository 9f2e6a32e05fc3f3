/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.api.WriteOutcome;
import java.util.EventObject;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;

/**
 * A write that went out to Okta: who called, what for, whom it concerned, and what became of it. One for each call,
 * however often it was sent; none for reads, for dry runs, and where nothing was sent. Its source is the endpoint.
 */
public final class OktaWriteEvent extends EventObject implements CamelEvent {
    private static final long serialVersionUID = 1L;

    private final String principal;
    private final String operation;
    private final String userId;
    private final WriteOutcome outcome;
    private final int statusCode;
    private final String errorCode;
    private final String requestId;
    private final String exchangeId;
    private final String routeId;
    private final transient UserState before;
    private final transient UserState after;
    private long timestamp;

    OktaWriteEvent(Object source, String principal, Write write, Exchange exchange, long timestamp) {
        super(source);
        OktaUsersException failure = write.failure();
        this.principal = principal;
        this.operation = write.request().operation().name();
        this.userId = write.userId();
        this.outcome = write.outcome();
        this.statusCode = write.statusCode();
        this.errorCode = failure == null ? null : failure.getErrorCode();
        this.requestId = write.requestId();
        this.exchangeId = exchange.getExchangeId();
        this.routeId = exchange.getFromRouteId();
        this.before = write.before();
        this.after = write.after();
        this.timestamp = timestamp;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    /** When the outcome was known, in milliseconds since 1970 UTC. */
    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    /** Who called: a service app by its client id, a token by a piece of its hash. Never a secret. */
    public String getPrincipal() {
        return principal;
    }

    /** As in the URI; of {@code ensure} and {@code reconcile} the operation that they sent. */
    public String getOperation() {
        return operation;
    }

    /**
     * The user's id. Where the call named a login, its first letter and its domain; null where a new user's id is not known,
     * because the write failed.
     */
    public String getUserId() {
        return userId;
    }

    public WriteOutcome getOutcome() {
        return outcome;
    }

    /** The HTTP status of Okta's answer; 0 where none came. Of an answer that was lost, it is that of the read that stands for it. */
    public int getStatusCode() {
        return statusCode;
    }

    /** Okta's code, such as {@code E0000001}; null where there is none. */
    public String getErrorCode() {
        return errorCode;
    }

    /** Okta's id of the request; null where no answer came, or it was lost. */
    public String getRequestId() {
        return requestId;
    }

    public String getExchangeId() {
        return exchangeId;
    }

    /** The route that the exchange began in; null where there is none. */
    public String getRouteId() {
        return routeId;
    }

    /** With {@code ensure} and {@code reconcile} the user as read before; null otherwise, and for a new user. */
    public UserState getBefore() {
        return before;
    }

    /** With {@code ensure} and {@code reconcile} the user after it; null otherwise, and where the write was not carried out. */
    public UserState getAfter() {
        return after;
    }

    @Override
    public String toString() {
        return "OktaWriteEvent[" + outcome + " " + operation + " of user " + userId + " by " + principal + ", answer "
                + statusCode + (errorCode == null ? "" : " " + errorCode) + ", request " + requestId + "]";
    }
}
