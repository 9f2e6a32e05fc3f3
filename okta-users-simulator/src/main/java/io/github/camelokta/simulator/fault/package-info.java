/* SPDX-License-Identifier: Apache-2.0 */
/** Failures that a test orders. */
package io.github.camelokta.simulator.fault;
