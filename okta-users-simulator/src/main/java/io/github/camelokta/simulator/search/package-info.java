/* SPDX-License-Identifier: Apache-2.0 */
/** The three query languages of the user list. */
package io.github.camelokta.simulator.search;
