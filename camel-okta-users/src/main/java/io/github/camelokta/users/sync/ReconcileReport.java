/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.plan.ChangeCounts;
import io.github.camelokta.users.sync.plan.ResultFile;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillReader;
import io.github.camelokta.users.sync.spill.Spilled;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What a run of {@code reconcile} has done. The results of single users lie on disk, as long as the exchange lasts. */
public final class ReconcileReport implements Closeable {
    private final ChangeCounts tally;
    private final List<Path> files;
    private final SpillDirectory directory;
    private final Collection<Records<?>> open = new ArrayList<>();
    private boolean closed;

    ReconcileReport(ChangeCounts tally, List<Path> files, SpillDirectory directory) {
        this.tally = tally;
        this.files = files;
        this.directory = directory;
    }

    /** How many users there were of each kind. */
    public Map<Change, Long> getCounts() {
        return tally.counts();
    }

    /** New users. */
    public long getCreated() {
        return tally.of(Change.CREATED);
    }

    /** Users with changed attributes and nothing else. */
    public long getUpdated() {
        return tally.of(Change.UPDATED);
    }

    /** Users who were activated, unsuspended or unlocked. */
    public long getReactivated() {
        return tally.of(Change.REACTIVATED);
    }

    /** Users who were suspended. */
    public long getSuspended() {
        return tally.of(Change.SUSPENDED);
    }

    /** Users who were deactivated. */
    public long getDeactivated() {
        return tally.of(Change.DEACTIVATED);
    }

    /** Users who were as wanted, those left alone by {@code onMissing=ignore} among them. */
    public long getUnchanged() {
        return tally.of(Change.UNCHANGED);
    }

    /** Users who were left alone; the results say why. */
    public long getRefused() {
        return tally.of(Change.REFUSED);
    }

    /** Whether anything was written. */
    public boolean isChanged() {
        return tally.writes() > 0;
    }

    /**
     * The users who were changed or refused, and those found as wanted just before they were written to, one at a time;
     * each call begins anew.
     *
     * @throws IllegalStateException if the exchange is done
     */
    public Iterator<UserResult> results() {
        return records(files, ResultFile::read);
    }

    /** Reads records of the run one at a time, as long as the exchange lasts. */
    synchronized <T> Iterator<T> records(List<Path> from, Function<Spilled, T> reader) {
        requireOpen();
        Records<T> records = new Records<>(from, reader);
        open.add(records);
        return records;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The results are read only while the exchange lasts: read them in the same route");
        }
    }

    /** Deletes the results. Done by the component when the exchange ends. */
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
        return "ReconcileReport" + tally.counts();
    }

    private final class Records<T> implements Iterator<T> {
        private final Iterator<Path> left;
        private final Function<Spilled, T> mapping;
        private SpillReader reader;

        Records(List<Path> from, Function<Spilled, T> mapping) {
            this.left = from.iterator();
            this.mapping = mapping;
        }

        @Override
        public boolean hasNext() {
            synchronized (ReconcileReport.this) {
                requireOpen();
                while (reader == null || !reader.hasNext()) {
                    end();
                    if (!left.hasNext()) {
                        open.remove(this);
                        return false;
                    }
                    reader = new SpillReader(left.next());
                }
                return true;
            }
        }

        @Override
        public T next() {
            synchronized (ReconcileReport.this) {
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
