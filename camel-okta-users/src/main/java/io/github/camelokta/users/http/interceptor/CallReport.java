/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.operation.OktaUsersOperation;

/**
 * What is told of a call that has ended; nothing of whom it concerned.
 *
 * @param attempts how often it was tried; 0 if the rate limit left no time for that
 * @param waitedNanos how long it waited for the rate limit and between attempts, all together
 * @param tookNanos how long it took, its waits included
 */
public record CallReport(
        OktaUsersOperation operation, CallOutcome outcome, int attempts, long waitedNanos, long tookNanos) {}
