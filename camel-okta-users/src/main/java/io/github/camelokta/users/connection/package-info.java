/* SPDX-License-Identifier: Apache-2.0 */
/** One caller of one org: its credentials, its rate limits, and the way there. */
package io.github.camelokta.users.connection;
