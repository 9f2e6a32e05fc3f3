/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How many calls may go out now. Pure machines decide ({@link io.github.camelokta.users.ratelimit.BucketLimit} for a bucket,
 * {@link io.github.camelokta.users.ratelimit.ConcurrencyLimit} and {@link io.github.camelokta.users.ratelimit.OrgLimits} for an org),
 * {@link io.github.camelokta.users.ratelimit.RateLimiter} lets threads wait for what they decide. Knows neither HTTP nor exchanges.
 */
package io.github.camelokta.users.ratelimit;
