/* SPDX-License-Identifier: Apache-2.0 */
/** OAuth 2.0 service apps: the token endpoint, and what their tokens and DPoP proofs are good for. */
package io.github.camelokta.simulator.oauth;
