/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import io.github.camelokta.users.api.OktaUsersException;

/**
 * A page as its bytes, which take a quarter of the memory of maps: what is read ahead waits so, and is cut when its turn comes.
 */
@FunctionalInterface
public interface RawPage {

    /**
     * Cuts it into bodies; once.
     *
     * @throws OktaUsersException if it is not the JSON that was expected
     */
    Page cut();
}
