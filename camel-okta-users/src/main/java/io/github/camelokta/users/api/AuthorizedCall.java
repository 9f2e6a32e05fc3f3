/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.Scope;
import java.net.URI;

/** What {@link Credentials} may know of a call that they authorize. */
public interface AuthorizedCall {

    HttpMethod method();

    /** The absolute URL that the call goes to, query included. */
    URI url();

    /** The OAuth scope that the call's operation needs. */
    Scope scope();
}
