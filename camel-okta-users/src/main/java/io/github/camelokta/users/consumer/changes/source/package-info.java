/* SPDX-License-Identifier: Apache-2.0 */
/** Okta's search as the source of listed users. */
package io.github.camelokta.users.consumer.changes.source;
