/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.plan.ChangeCounts;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillFile;
import io.github.camelokta.users.sync.spill.SpillFile.SpillReader;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** A report whose results are read from the files of the run, one at a time. Thread-safe. */
public final class RunReport implements ReconcileReport {
    private final ChangeCounts counts;
    private final List<SpillFile> results;
    private final SpillDirectory directory;
    private final Collection<Records<?>> open = new ArrayList<>();
    private boolean closed;

    /**
     * @param results files of results
     * @param directory is deleted with the report
     */
    RunReport(ChangeCounts counts, List<SpillFile> results, SpillDirectory directory) {
        this.counts = counts;
        this.results = results;
        this.directory = directory;
    }

    @Override
    public Map<Change, Long> getCounts() {
        return counts.counts();
    }

    @Override
    public boolean isChanged() {
        return counts.writes() > 0;
    }

    /** How many closed accounts were activated. */
    long closedAndOpenedAgain() {
        return counts.closedAndOpenedAgain();
    }

    @Override
    public Iterator<UserResult> results() {
        return records(results, PlanFiles::result);
    }

    private synchronized <T> Iterator<T> records(List<SpillFile> files, Function<SpillRecord, T> reader) {
        requireOpen();
        Records<T> records = new Records<>(files, reader);
        open.add(records);
        return records;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The results are read only while the exchange lasts: read them in the same route");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            open.forEach(Records::end);
            directory.close();
        }
    }

    @Override
    public String toString() {
        return "ReconcileReport" + counts.counts();
    }

    /**
     * The same run as a plan.
     *
     * @param requests the file of the requests that it would send
     * @param exceededLimit why it would send none of them; null if it would
     */
    ReconcilePlan plan(SpillFile requests, String exceededLimit) {
        return new RunPlan(this, requests, exceededLimit);
    }

    /** A plan whose requests are read from a file of the run. */
    public static final class RunPlan implements ReconcilePlan {
        private static final ObjectMapper JSON = OktaJson.mapper();
        private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

        private final RunReport report;
        private final SpillFile requests;
        private final String exceededLimit;

        private RunPlan(RunReport report, SpillFile requests, String exceededLimit) {
            this.report = report;
            this.requests = requests;
            this.exceededLimit = exceededLimit;
        }

        @Override
        public String getExceededLimit() {
            return exceededLimit;
        }

        @Override
        public ReconcileReport getReport() {
            return report;
        }

        @Override
        public Iterator<Map<String, Object>> iterator() {
            return report.records(List.of(requests), RunPlan::request);
        }

        private static Map<String, Object> request(SpillRecord spilled) {
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

    private final class Records<T> implements Iterator<T> {
        private final Iterator<SpillFile> left;
        private final Function<SpillRecord, T> mapping;
        private SpillReader reader;

        Records(List<SpillFile> files, Function<SpillRecord, T> mapping) {
            this.left = files.iterator();
            this.mapping = mapping;
        }

        @Override
        public boolean hasNext() {
            synchronized (RunReport.this) {
                requireOpen();
                while (reader == null || !reader.hasNext()) {
                    end();
                    if (!left.hasNext()) {
                        open.remove(this);
                        return false;
                    }
                    reader = left.next().reader();
                }
                return true;
            }
        }

        @Override
        public T next() {
            synchronized (RunReport.this) {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return mapping.apply(reader.next());
            }
        }

        private void end() {
            if (reader != null) {
                reader.close();
                reader = null;
            }
        }
    }
}
