/* SPDX-License-Identifier: Apache-2.0 */
/** How Okta's JSON is read. */
package io.github.camelokta.users.json;
