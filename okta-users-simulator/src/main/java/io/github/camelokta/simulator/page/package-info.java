/* SPDX-License-Identifier: Apache-2.0 */
/** The live web page for people. */
package io.github.camelokta.simulator.page;
