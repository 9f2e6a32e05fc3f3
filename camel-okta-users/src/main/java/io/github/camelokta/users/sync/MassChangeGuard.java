/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.MassChangeException;

/**
 * Guards an endpoint against mass changes: once a plan went beyond its limits no run is let in, until somebody releases it.
 * Lets in one run at a time.
 */
public final class MassChangeGuard {
    private MassChangeException trippedBy;
    private boolean running;

    /**
     * @throws MassChangeException while it is tripped
     * @throws IllegalStateException while another run is in flight
     */
    synchronized void enter() {
        if (trippedBy != null) {
            throw trippedBy.again();
        }
        if (running) {
            throw new IllegalStateException(
                    "reconcile is running already on this endpoint: send the next directory when it is done");
        }
        running = true;
    }

    synchronized void leave() {
        running = false;
    }

    synchronized void trip(MassChangeException because) {
        trippedBy = because;
    }

    /** Whether runs are refused. */
    public synchronized boolean isTripped() {
        return trippedBy != null;
    }

    /** Which limit was passed; null where none was. */
    public synchronized String reason() {
        return trippedBy == null ? null : trippedBy.getReason();
    }

    /** Lets runs in again. The next one is held against the limits like any other. */
    public synchronized void release() {
        trippedBy = null;
    }
}
