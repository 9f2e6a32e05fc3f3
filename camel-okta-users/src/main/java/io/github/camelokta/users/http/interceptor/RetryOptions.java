/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How failed calls are sent again.
 *
 * @param maxAttempts of one call, the first included; 1 or more
 * @param maxWait the longest time that one call waits, all its waits together
 * @param random from 0 to below 1, for the jitter
 */
public record RetryOptions(int maxAttempts, Duration maxWait, Sleeper pauser, DoubleSupplier random) {}
