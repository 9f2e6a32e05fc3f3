/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.Optional;

/** Okta's search. */
public interface UserIndex {

    /**
     * Runs a new query and gives its first page.
     *
     * @throws RuntimeException if there is no answer, or none that can be read; the poll fails and the cursor stands
     */
    IndexPage query(RowQuery query);

    /**
     * Asks for the user by id and not by search, which lags.
     *
     * @return the user's JSON object; empty only if Okta says that there is no such user
     * @throws RuntimeException for any other answer, another user among them
     */
    Optional<byte[]> find(String id);
}
