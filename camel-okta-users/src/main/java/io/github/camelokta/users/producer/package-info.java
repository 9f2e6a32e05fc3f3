/* SPDX-License-Identifier: Apache-2.0 */
/** One call of a producer: a message becomes a request, or a plan. */
package io.github.camelokta.users.producer;
