/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.List;

/**
 * A page of the walk.
 *
 * @param cap epoch second that the watermark may not pass: the walk began then or later
 */
public record ChangePage(List<ListedUser> rows, long cap) {}
