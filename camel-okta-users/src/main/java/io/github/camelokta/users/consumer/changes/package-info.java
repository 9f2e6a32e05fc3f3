/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Exact incremental delivery: what changed since the stored cursor, at least once and each user's latest state last. Knows
 * neither Camel nor HTTP: the index, the deliverer, the store and the notices are interfaces.
 */
package io.github.camelokta.users.consumer.changes;
