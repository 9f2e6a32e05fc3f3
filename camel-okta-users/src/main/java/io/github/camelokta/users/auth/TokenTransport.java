/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.CredentialsException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Posts a form to the org's token endpoint, with no link of the pipeline in between. */
@FunctionalInterface
public interface TokenTransport {

    /**
     * @param headers beside {@code Content-Type}
     * @param form already encoded
     * @throws CredentialsException if the request did not reach Okta
     * @throws IOException if no whole answer came
     */
    TokenResponse post(OrgUrl org, String path, Map<String, String> headers, String form) throws IOException;

    /** The URL that {@link #post} sends to. */
    static URI url(OrgUrl org, String path) {
        return URI.create(org + path);
    }
}
