/* SPDX-License-Identifier: Apache-2.0 */
/** The two tables, of operations and of their parameters. Everything else asks them, and they ask nobody. */
package io.github.camelokta.users.operation;
