/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;

/**
 * An enrolled factor.
 *
 * @param type for example {@code push}, {@code sms} or {@code token:software:totp}
 */
public record Factor(String id, String type, Instant created) {}
