/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * An access token that was handed out.
 *
 * @param thumbprint of the key that it is bound to; null if it is bound to none
 */
record IssuedToken(String clientId, Set<String> scopes, Instant end, String thumbprint) {}
