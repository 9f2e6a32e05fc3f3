/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.time.Duration;

/**
 * How full one bucket of one caller is, for people.
 *
 * @param bucket the label of the counter that Okta counts the calls in
 * @param limit calls in a window; 0 while Okta has told none
 * @param remaining calls left in this window as far as is known, those in flight taken off; the whole limit once the window
 *     is over
 * @param reset when the window ends or ended, in seconds of the server's epoch; 0 while Okta has told none
 * @param inFlight calls in flight
 * @param waiting calls that wait for this bucket
 * @param delay how long a call that comes now must wait, if it is no polling read; zero where only an answer can tell
 */
public record BucketState(
        String bucket, int limit, int remaining, long reset, int inFlight, int waiting, Duration delay) {}
