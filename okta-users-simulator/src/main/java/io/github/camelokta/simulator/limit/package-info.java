/* SPDX-License-Identifier: Apache-2.0 */
/** Rate limits, counted per bucket. */
package io.github.camelokta.simulator.limit;
