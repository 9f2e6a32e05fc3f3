/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Repeat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One user, whom one call is about, in an org that meets each request with a fault of a random history. */
final class FaultyOrg implements Transport {
    /** What befalls a request. */
    enum Fault {
        NONE,
        NOT_SENT,
        RATE_LIMITED,
        UNAUTHORIZED,
        READ_ONLY,
        CUT_BEFORE,
        CUT_AFTER,
        /** No answer, and carried out only when the next request comes. */
        CUT_AND_LATE,
        ERROR_500_BEFORE,
        ERROR_500_AFTER,
        GATEWAY_502_BEFORE,
        GATEWAY_503_AFTER,
        GATEWAY_504_AFTER;

        /** Whether nobody can take it for a request that Okta acted on. */
        boolean surelyNothing() {
            return this == NOT_SENT || this == RATE_LIMITED || this == UNAUTHORIZED || this == READ_ONLY;
        }
    }

    private final OktaUsersOperation row;
    private final Random random;
    private final boolean calm;
    /** The faults that the call itself met, and not the reads in between. */
    final List<Fault> met = new ArrayList<>();
    /** What was asked and what became of it, for people. */
    final List<String> history = new ArrayList<>();

    int applied;
    int sentWhileItStood;
    private boolean late;

    FaultyOrg(OktaUsersOperation row, Random random) {
        this.row = row;
        this.random = random;
        this.calm = random.nextBoolean();
    }

    boolean wasLate() {
        return met.contains(Fault.CUT_AND_LATE);
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) throws IOException {
        boolean itself = request.operation() == row;
        Fault fault = calm && random.nextBoolean() ? Fault.NONE : Fault.values()[random.nextInt(Fault.values().length)];
        history.add(request.operation() + " " + fault);
        if (late) {
            late = false;
            applied++;
        }
        if (itself) {
            met.add(fault);
            sentWhileItStood += applied > 0 ? 1 : 0;
        }
        switch (fault) {
            case NOT_SENT:
                throw new NotSentException("refused", true, null);
            case RATE_LIMITED:
                return RetryFixture.error(429, "E0000047");
            case UNAUTHORIZED:
                return RetryFixture.error(401, "E0000011");
            case READ_ONLY:
                return RetryFixture.error(503, "E0000010");
            case CUT_BEFORE:
                throw new IOException("reset");
            case CUT_AFTER:
                answer(itself);
                throw new IOException("reset");
            case CUT_AND_LATE:
                late = itself && !refuses();
                throw new IOException("timeout");
            case ERROR_500_BEFORE:
                return RetryFixture.error(500, "E0000009");
            case ERROR_500_AFTER:
                answer(itself);
                return RetryFixture.error(500, "E0000009");
            case GATEWAY_502_BEFORE:
                return RetryFixture.answer(502, "<html>");
            case GATEWAY_503_AFTER:
                answer(itself);
                return RetryFixture.answer(503, "<html>");
            case GATEWAY_504_AFTER:
                answer(itself);
                return RetryFixture.answer(504, "<html>");
            default:
                return answer(itself);
        }
    }

    private OktaResponse answer(boolean itself) {
        if (!itself) {
            return RetryFixture.user(applied > 0 ? "SUSPENDED" : "ACTIVE");
        }
        if (refuses()) {
            return RetryFixture.error(400, "E0000001");
        }
        applied++;
        return RetryFixture.ok();
    }

    private boolean refuses() {
        return row.repeat() == Repeat.STATE_GUARDED && applied > 0;
    }
}
