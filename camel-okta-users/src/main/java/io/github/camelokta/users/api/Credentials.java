/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Proves to Okta who calls. Asked anew for every attempt of every call, by many threads at once.
 *
 * <p>Equal credentials share what belongs to one caller (the rate limit, a token), so an implementation that holds state of
 * its own keeps {@link Object}'s identity.
 */
public interface Credentials {

    /**
     * The headers that authorize this attempt, such as {@code Authorization}.
     *
     * @throws CredentialsException if there are none now; the call fails without being sent
     */
    Map<String, String> headersFor(AuthorizedCall call);

    /** Okta answered 401 to what {@link #headersFor} gave: what was sent then is stale, if it is still in use. */
    default void rejected(Rejection rejection) {}

    /**
     * Who calls, as events and logs may name it: a client id, or something else that is no secret and tells one credential
     * from another.
     */
    default String principal() {
        return getClass().getSimpleName();
    }

    /** How old the tokens are that Okta gave for a time; empty where there are none such, as with an API token. */
    default List<TokenAge> tokenAges() {
        return List.of();
    }

    /** The secret texts in use now. Where one stands in a text of Okta's that is shown to people, it is masked. */
    Collection<String> secrets();
}
