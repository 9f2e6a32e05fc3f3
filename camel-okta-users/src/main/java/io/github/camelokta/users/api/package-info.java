/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What users of the component catch, implement, set or are told: exceptions, values of options, credentials of their own, and what
 * became of a user. Depends only on the tables of operations.
 */
package io.github.camelokta.users.api;
