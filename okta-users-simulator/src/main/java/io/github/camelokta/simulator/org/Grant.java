/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;

/** A user's consent that an OAuth client may use a scope. */
public record Grant(String id, String clientId, String scopeId, Instant created) {}
