/* SPDX-License-Identifier: Apache-2.0 */
/** Sets of many user ids, small in memory and as text; knows nothing of the rest. */
package io.github.camelokta.users.poll.ids;
