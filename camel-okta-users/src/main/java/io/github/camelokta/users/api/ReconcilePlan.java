/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.util.Map;

/**
 * What a run of {@code reconcile} would send, user by user, with secrets masked: one map for each request, with
 * {@code operation}, {@code method}, {@code path} and, where there are any, {@code headers} and {@code body}. It lies on disk,
 * as long as the exchange lasts; each iteration begins anew.
 */
public interface ReconcilePlan extends Iterable<Map<String, Object>> {

    /** Which limit against mass changes the plan goes beyond, and by how much: the run would write nothing. Null if none. */
    String getExceededLimit();

    /** What the run would report. */
    ReconcileReport getReport();
}
