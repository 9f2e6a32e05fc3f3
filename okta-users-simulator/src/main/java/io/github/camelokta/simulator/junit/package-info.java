/* SPDX-License-Identifier: Apache-2.0 */
/** The JUnit 5 extension; the only package that needs JUnit. */
package io.github.camelokta.simulator.junit;
