/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.ResultKind;

/**
 * One write, and why.
 *
 * @param query without the question mark; may be empty
 * @param body null where there is none
 * @param reason without values of the user's
 */
record PlannedCall(OktaUsersOperation operation, String query, ObjectNode body, String reason) {

    /** Whether Okta answers with the user; the answer to an activation holds a token, and is dropped. */
    boolean answersUser() {
        return operation.result() == ResultKind.OBJECT
                && operation.resultType().filter("User"::equals).isPresent();
    }

    @Override
    public String toString() {
        return operation + ": " + reason;
    }
}
