/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.TimeBudget;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.http.interceptor.EffectVerifier.Finding;
import io.github.camelokta.users.http.interceptor.EffectVerifier.Look;
import io.github.camelokta.users.http.interceptor.RetryPolicy.Then;
import io.github.camelokta.users.operation.Probe;
import io.github.camelokta.users.operation.ResultKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The attempts of one call. Used once, by one thread. */
final class RetryingCall {
    private final OktaRequest request;
    private final CallContext context;
    private final RetryOptions options;
    private final Transport next;
    private final EffectVerifier verifier;
    private int attempts;
    private int faults;
    private Attempt latest;
    private String firstRequestId;
    private boolean unauthorized;
    private boolean doubted;

    RetryingCall(
            OktaRequest request, CallContext context, RetryOptions options, Transport next, EffectVerifier verifier) {
        this.request = request;
        this.context = context;
        this.options = options;
        this.next = next;
        this.verifier = verifier;
    }

    OktaResponse send() throws RetriesExhaustedException {
        while (true) {
            Attempt outcome = attempt();
            attempts++;
            if (outcome.isSuccess()) {
                return outcome.response().after(attempts);
            }
            Optional<OktaResponse> settled = settle(outcome);
            if (settled.isPresent()) {
                return settled.get().after(attempts);
            }
        }
    }

    /** Of an attempt that the rate limit keeps back too long nothing was sent; of one before it, in doubt, something was. */
    private Attempt attempt() throws RetriesExhaustedException {
        try {
            latest = Attempt.of(next, upcoming(), context);
            return latest;
        } catch (OktaRateLimitException e) {
            if (doubted) {
                throw end(latest, false, "another attempt would wait longer than maxWait allows");
            }
            throw e;
        }
    }

    private OktaRequest upcoming() {
        if (attempts == 0) {
            return request;
        }
        context.beginAttempt(attempts + 1);
        return request.withHeaders(
                firstRequestId == null
                        ? Map.of()
                        : Map.of("X-Okta-Retry-For", firstRequestId, "X-Okta-Retry-Count", String.valueOf(attempts)));
    }

    /** The answer with which the call ends although the attempt failed; empty if it is to be repeated now. */
    private Optional<OktaResponse> settle(Attempt failed) throws RetriesExhaustedException {
        Failure kind = failed.kind();
        Then then = RetryPolicy.after(request.repeat(), kind, unauthorized);
        firstRequestId = firstRequestId == null ? failed.requestId() : firstRequestId;
        unauthorized |= kind == Failure.UNAUTHORIZED;
        doubted |= kind.leavesDoubt();
        // maxAttempts is for faults. Refusals by the limit are bounded by maxWait, as the waits before them are.
        faults += kind == Failure.RATE_LIMITED ? 0 : 1;
        if (then == Then.LOOK_FIRST && probe().isPresent()) {
            return look(failed);
        }
        if (then == Then.LOOK_FIRST || then == Then.GIVE_UP) {
            return Optional.of(refusal(failed));
        }
        if (faults >= options.maxAttempts()) {
            throw end(failed, false, "");
        }
        if (kind == Failure.RATE_LIMITED && context.budget().left() == 0
                || !pause(failed, then == Then.REPEAT_AT_ONCE ? 0 : backoff())) {
            throw end(failed, false, "another attempt would wait longer than maxWait allows");
        }
        return Optional.empty();
    }

    /** A refusal of a repeat may mean that the attempt in doubt was carried out. */
    private OktaResponse refusal(Attempt failed) throws RetriesExhaustedException {
        boolean mayMeanDone = doubted
                && probe().filter(probe -> probe.errorCodes().contains(String.valueOf(failed.errorCode())))
                        .isPresent();
        if (mayMeanDone) {
            Look look = verifier.look(request, context);
            if (look.finding() == Finding.STANDS) {
                return lostAnswer(look, failed);
            }
        }
        throw end(failed, false, "");
    }

    private Optional<OktaResponse> look(Attempt failed) throws RetriesExhaustedException {
        boolean waited = pause(failed, backoff());
        Look look = verifier.look(request, context);
        if (look.finding() == Finding.STANDS) {
            return Optional.of(lostAnswer(look, failed));
        }
        boolean undone = look.finding() == Finding.ABSENT;
        if (!undone || !waited || faults >= options.maxAttempts()) {
            throw end(failed, undone, undone ? "a read has shown that nothing was changed" : "");
        }
        return Optional.empty();
    }

    /** Stands for the answer of the attempt that was carried out. */
    private OktaResponse lostAnswer(Look look, Attempt failed) throws RetriesExhaustedException {
        if (request.operation().result() == ResultKind.NOTHING) {
            return OktaResponse.confirmed(null);
        }
        JsonNode answer = look.lostAnswer();
        if (answer == null) {
            throw end(failed, false, "a read has shown that it was done, but what the answer held is lost");
        }
        OktaResponse confirmed = OktaResponse.confirmed(answer.toString().getBytes(StandardCharsets.UTF_8));
        Attempt read = Attempt.read(confirmed, context);
        if (read.isUnreadable()) {
            throw end(read, false, "a read has shown that it was done");
        }
        return confirmed;
    }

    private long backoff() {
        return Backoff.afterAttempt(faults, options.random().getAsDouble());
    }

    /** False if the wait does not fit into the budget; then there was none. */
    private boolean pause(Attempt failed, long atLeast) throws RetriesExhaustedException {
        long nanos = Math.max(atLeast, failed.retryAfter());
        TimeBudget budget = context.budget();
        boolean fits = budget.allows(nanos);
        try {
            if (!options.pauser().pause(fits ? nanos : 0)) {
                throw end(failed, false, "there is no other attempt, since the component is being stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw end(failed, false, "the wait for another attempt was interrupted");
        }
        if (fits) {
            budget.spend(nanos);
        }
        return fits;
    }

    private RetriesExhaustedException end(Attempt failed, boolean undone, String why) {
        return new RetriesExhaustedException(failed, new Ending(attempts, undone, doubted, why));
    }

    private Optional<Probe> probe() {
        return request.operation().probe();
    }
}
