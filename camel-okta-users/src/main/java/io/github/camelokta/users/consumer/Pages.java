/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.util.Optional;

/** Reads the pages of a listing, one after the other. */
@FunctionalInterface
public interface Pages {

    /**
     * Reads the next page; empty after the last one, however often it is asked.
     *
     * @throws io.github.camelokta.users.api.OktaUsersException if it cannot be read
     */
    Optional<Page> next();
}
