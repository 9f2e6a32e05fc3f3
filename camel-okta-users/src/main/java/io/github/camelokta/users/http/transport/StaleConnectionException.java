/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.IOException;

/** The connection out of the pool is not fit for the request, of which nothing was sent: another one is. */
final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnectionException() {
        super("the connection was closed while it lay in the pool");
    }
}
