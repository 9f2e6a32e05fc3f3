/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.org.UserState;
import java.util.List;

/**
 * One page of the user list.
 *
 * @param next the position after the last user; null on the last page
 */
public record UserPage(List<UserState> users, String next) {}
