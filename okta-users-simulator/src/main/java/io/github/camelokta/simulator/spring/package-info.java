/* SPDX-License-Identifier: Apache-2.0 */
/** Gives a Spring application's tests a simulated org. Needs Spring's test framework, which the other packages do not. */
package io.github.camelokta.simulator.spring;
