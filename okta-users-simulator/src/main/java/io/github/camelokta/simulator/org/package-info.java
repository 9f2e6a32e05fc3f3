/* SPDX-License-Identifier: Apache-2.0 */
/** The state of the simulated org, and the rules by which it changes. */
package io.github.camelokta.simulator.org;
