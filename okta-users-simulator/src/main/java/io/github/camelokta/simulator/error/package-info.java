/* SPDX-License-Identifier: Apache-2.0 */
/** What the simulated org says when it refuses. */
package io.github.camelokta.simulator.error;
