/* SPDX-License-Identifier: Apache-2.0 */
/** Between an exchange and a call: requests bound from messages, results written to them. */
package io.github.camelokta.users.exchange;
