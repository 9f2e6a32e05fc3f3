/* SPDX-License-Identifier: Apache-2.0 */
/** What the consumer reads: pages, ahead of the work on them, and the users in them one by one. */
package io.github.camelokta.users.poll;
