/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the last calls that failed. Costs a call that succeeds nothing. */
public final class RecentErrors implements OktaClient {
    static final int KEPT = 10;

    private final OktaClient next;
    private final InstantSource clock;
    private final Deque<Snapshot.Failure> failures = new ArrayDeque<>(KEPT);

    public RecentErrors(OktaClient next, InstantSource clock) {
        this.next = next;
        this.clock = clock;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        try {
            return next.send(request, context);
        } catch (OktaUsersException e) {
            note(new Snapshot.Failure(
                    request.operation().name(), e.getStatusCode(), e.getErrorCode(), clock.instant()));
            throw e;
        }
    }

    private synchronized void note(Snapshot.Failure failure) {
        if (failures.size() == KEPT) {
            failures.removeLast();
        }
        failures.addFirst(failure);
    }

    /** Newest first. */
    public synchronized List<Snapshot.Failure> newestFirst() {
        return List.copyOf(failures);
    }
}
