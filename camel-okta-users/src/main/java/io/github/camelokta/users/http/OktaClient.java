/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

/** A sender all of whose failures are exceptions for users of the component. */
@FunctionalInterface
public interface OktaClient extends Transport {

    /**
     * @throws io.github.camelokta.users.api.OktaUsersException if Okta refuses, or no answer comes
     */
    @Override
    OktaResponse send(OktaRequest request, CallContext context);
}
