/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;
import java.util.List;

/** A refresh token that a client holds for a user. */
public record RefreshToken(String id, String clientId, List<String> scopes, Instant created) {}
