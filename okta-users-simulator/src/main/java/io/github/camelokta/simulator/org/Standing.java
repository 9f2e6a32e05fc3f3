/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

/**
 * What decides, beside the status, whether a lifecycle operation is allowed and where it leads.
 *
 * @param hasPassword the user has a password
 * @param hasQuestion the user has a recovery question
 * @param federated the credentials belong to another system
 */
public record Standing(boolean hasPassword, boolean hasQuestion, boolean federated) {}
