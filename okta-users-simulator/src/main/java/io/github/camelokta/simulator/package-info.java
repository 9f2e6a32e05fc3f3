/* SPDX-License-Identifier: Apache-2.0 */
/** An Okta org in this JVM: start one with {@code OktaSimulator.start()}. */
package io.github.camelokta.simulator;
