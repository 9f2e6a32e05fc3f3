/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.spill.Spilled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What a run of {@code reconcile} would send, user by user, with secrets masked: one map for each request, with
 * {@code operation}, {@code method}, {@code path} and, where there are any, {@code headers} and {@code body}. It lies on disk,
 * as long as the exchange lasts; each iteration begins anew.
 */
public final class ReconcilePlan implements Iterable<Map<String, Object>> {
    private static final ObjectMapper JSON = OktaJson.mapper().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ReconcileReport report;
    private final Path requests;

    ReconcilePlan(ReconcileReport report, Path requests) {
        this.report = report;
        this.requests = requests;
    }

    /** What the run would report. */
    public ReconcileReport getReport() {
        return report;
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        return report.records(List.of(requests), ReconcilePlan::request);
    }

    private static Map<String, Object> request(Spilled spilled) {
        try {
            return JSON.readValue(spilled.json(), MAP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "ReconcilePlan of " + report;
    }
}
