/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The requests that the page shows. */
public interface ShownRequests {

    /** How many there were. */
    long count();

    /** The latest ones, at most {@code limit}, newest first. */
    List<Request> newest(int limit);

    /**
     * A request that was answered.
     *
     * @param path the path as sent
     * @param query the decoded parameters in the order sent
     * @param status the status of the answer, 0 where the connection was reset instead
     */
    record Request(Instant at, String method, String path, Map<String, String> query, int status) {}
}
