/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.PlannedCall;
import java.util.List;

/**
 * Sends planned writes and tells of them. Where the answer to one was lost, a read says whether it was carried out: then it
 * counts as made, and is not sent again.
 */
final class OktaUserWriter implements UserWriter {
    private static final Found NO_USER = new Found(null, null);

    private final UserCalls calls;
    private final OktaClient client;
    private final WriteListener listener;

    OktaUserWriter(UserCalls calls, OktaClient client, WriteListener listener) {
        this.calls = calls;
        this.client = client;
        this.listener = listener;
    }

    @Override
    public Found write(PlannedCall call, CurrentUser user) {
        OktaRequest request = calls.write(call, user);
        OktaResponse response;
        try {
            response = client.send(request, CallContext.of(Priority.CALL));
        } catch (OktaUsersException e) {
            return settled(call, user, request, e);
        }
        try {
            Found written = call.answersUser() ? new Found(UserCalls.user(request, response), response) : NO_USER;
            tell(call, user, request, response, written.user());
            return written;
        } catch (OktaUsersException unreadable) {
            tell(call, user, request, response, null);
            throw unreadable;
        }
    }

    /** The answer of a failed write that was carried out all the same. */
    private Found settled(PlannedCall call, CurrentUser user, OktaRequest request, OktaUsersException failure) {
        Found now = failure.isInDoubt() ? look(call, user) : NO_USER;
        if (now.user() == null || !WriteEffect.stands(call, now.user())) {
            listener.failed(request, failure, () -> WriteEffect.before(call, user));
            throw failure;
        }
        OktaResponse lost = new OktaResponse(
                now.response().status(), List.of(), now.response().body());
        tell(call, user, request, lost, now.user());
        return now;
    }

    private void tell(
            PlannedCall call, CurrentUser before, OktaRequest request, OktaResponse response, CurrentUser after) {
        listener.done(request, response, () -> WriteEffect.before(call, before), () -> WriteEffect.after(call, after));
    }

    private Found look(PlannedCall call, CurrentUser user) {
        try {
            return call.operation() == OktaUsersOperation.create
                    ? calls.byLogin(call.body().path("profile").path("login").asText())
                    : calls.byId(user.id());
        } catch (OktaUsersException e) {
            return NO_USER;
        }
    }
}
