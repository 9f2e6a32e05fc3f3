/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How many calls may go out now. Pure machines decide ({@link io.github.camelokta.users.limit.BucketLimit} for a bucket,
 * {@link io.github.camelokta.users.limit.ConcurrencyCap} and {@link io.github.camelokta.users.limit.OrgLimits} for an org),
 * {@link io.github.camelokta.users.limit.Turnstile} lets threads wait for what they decide. Knows neither HTTP nor exchanges.
 */
package io.github.camelokta.users.limit;
