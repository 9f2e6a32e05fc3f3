/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import io.github.camelokta.simulator.error.ErrorCode;

/**
 * Why a call with an access token is not let in.
 *
 * @param challenge the value of {@code WWW-Authenticate}
 * @param nonce the value of {@code DPoP-Nonce}; null for none
 */
public record Denial(ErrorCode code, String challenge, String nonce) {}
