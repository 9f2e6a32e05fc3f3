/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a component shows of itself: one {@link io.github.camelokta.users.observe.Snapshot}, and what renders it as health, as
 * metrics, as dev console and in JMX. Holds neither secrets nor personal data.
 */
package io.github.camelokta.users.observe;
