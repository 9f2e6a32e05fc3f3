/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.cursor.CursorStore;

/**
 * Keeps who is known, in two texts, so that the large one is seldom written.
 *
 * @param ids for most of the ids
 * @param notes for the others, and what is to be done
 */
public record KnownUsersStore(CursorStore ids, CursorStore notes) {}
