/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tells Camel's event notifiers which writes went out, by whom and to whom; no secret, and no more of a person than needed.
 */
package io.github.camelokta.users.audit;
