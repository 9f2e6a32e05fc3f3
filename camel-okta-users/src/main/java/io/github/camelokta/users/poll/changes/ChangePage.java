/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import java.util.List;

/**
 * A page of the walk.
 *
 * @param cap epoch second that the watermark may not pass: the walk began then or later
 */
public record ChangePage(List<UserRow> rows, long cap) {}
