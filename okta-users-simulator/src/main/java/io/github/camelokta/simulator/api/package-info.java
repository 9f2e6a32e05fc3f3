/* SPDX-License-Identifier: Apache-2.0 */
/** The operations of Okta's Users API on the org: how each is answered and refused. */
package io.github.camelokta.simulator.api;
