/* SPDX-License-Identifier: Apache-2.0 */
/** What a consumer reads: pages, fetched ahead of the work on them, and the users in them one by one. */
package io.github.camelokta.users.consumer;
