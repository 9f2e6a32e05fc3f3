/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.limit;

/**
 * What a bucket says to one request.
 *
 * @param allowed whether the request may pass
 * @param limit requests per window
 * @param remaining requests left in this window
 * @param reset end of the window in whole seconds since the epoch, rounded down
 */
public record Quota(boolean allowed, int limit, int remaining, long reset) {}
