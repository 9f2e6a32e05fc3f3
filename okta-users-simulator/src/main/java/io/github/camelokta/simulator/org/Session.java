/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;

/** A sign-in session of a user. */
public record Session(String id, Instant createdAt) {}
