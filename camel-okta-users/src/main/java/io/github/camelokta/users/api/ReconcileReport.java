/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;

/** What a run of {@code reconcile} has done. The results of single users lie on disk, as long as the exchange lasts. */
public interface ReconcileReport extends Closeable {

    /** How many users there were of each kind. */
    Map<Change, Long> getCounts();

    /** New users. */
    default long getCreated() {
        return getCounts().get(Change.CREATED);
    }

    /** Users with changed attributes and nothing else. */
    default long getUpdated() {
        return getCounts().get(Change.UPDATED);
    }

    /** Users who were activated, unsuspended or unlocked. */
    default long getReactivated() {
        return getCounts().get(Change.REACTIVATED);
    }

    /** Users who were suspended. */
    default long getSuspended() {
        return getCounts().get(Change.SUSPENDED);
    }

    /** Users who were deactivated. */
    default long getDeactivated() {
        return getCounts().get(Change.DEACTIVATED);
    }

    /** Users who were as wanted, and those that {@code onMissing=ignore} left as they are. */
    default long getUnchanged() {
        return getCounts().get(Change.UNCHANGED);
    }

    /** Users who were not changed although they differ; the results say why. */
    default long getRefused() {
        return getCounts().get(Change.REFUSED);
    }

    /** Whether anything was written. */
    boolean isChanged();

    /**
     * The users who were changed or refused, and those found as wanted just before they were written to, one at a time;
     * each call begins anew.
     *
     * @throws IllegalStateException if the exchange is done
     */
    Iterator<UserResult> results();

    /** Deletes the results. Done by the component when the exchange ends. */
    @Override
    void close();
}
