/* SPDX-License-Identifier: Apache-2.0 */
/** The cursor, its text, and where it is stored. */
package io.github.camelokta.users.consumer.changes.cursor;
