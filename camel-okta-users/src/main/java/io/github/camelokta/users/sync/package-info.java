/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Directory sync: the state that a directory wants, reached by the fewest legal calls. Every call passes the interceptor chain.
 */
package io.github.camelokta.users.sync;
