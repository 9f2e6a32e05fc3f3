/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import java.util.function.Supplier;

/** Is told of the writes of one exchange. States are asked for only where somebody wants to know. */
public interface WriteListener {
    /** Nobody wants to know. */
    WriteListener NONE = new WriteListener() {
        @Override
        public void done(
                OktaRequest request, OktaResponse response, Supplier<UserState> before, Supplier<UserState> after) {}

        @Override
        public void failed(OktaRequest request, OktaUsersException failure, Supplier<UserState> before) {}
    };

    /** Okta has carried it out. */
    void done(OktaRequest request, OktaResponse response, Supplier<UserState> before, Supplier<UserState> after);

    /** Okta has refused it or failed, or nothing was sent. */
    void failed(OktaRequest request, OktaUsersException failure, Supplier<UserState> before);
}
