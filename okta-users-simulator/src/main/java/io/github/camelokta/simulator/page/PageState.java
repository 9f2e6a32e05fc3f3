/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the page shows at one moment.
 *
 * @param now the org's time
 * @param total how many users there are
 * @param counts how many of each status
 * @param users the first users
 * @param totalRequests how many requests there were
 * @param requests the latest requests, newest first
 */
record PageState(
        Instant now,
        int total,
        Map<UserStatus, Integer> counts,
        List<User> users,
        long totalRequests,
        List<Request> requests) {

    /** A line of the user table. */
    record User(String id, String name, String login, UserStatus status, Instant lastUpdated) {}

    /** A line of the request table; {@code status} is 0 where the connection was reset. */
    record Request(Instant at, String method, String target, int status) {}
}
