/* SPDX-License-Identifier: Apache-2.0 */
/** Orgs read from JSON files. */
package io.github.camelokta.simulator.seed;
