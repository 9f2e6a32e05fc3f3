/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.MassChangeException;

/** Keeps an endpoint from reconciling after a plan went beyond its limits, and from reconciling twice at a time. */
public final class MassChangeGuard {
    private MassChangeException pulledBy;
    private boolean running;

    /**
     * @throws MassChangeException while it is pulled
     * @throws IllegalStateException while another run is under way
     */
    synchronized void enter() {
        if (pulledBy != null) {
            throw pulledBy.again();
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

    synchronized void pull(MassChangeException because) {
        pulledBy = because;
    }

    /** Whether runs are refused. */
    public synchronized boolean isPulled() {
        return pulledBy != null;
    }

    /** Which limit was passed; null where none was. */
    public synchronized String reason() {
        return pulledBy == null ? null : pulledBy.getReason();
    }

    /** Lets runs in again. The next one is held against the limits like any other. */
    public synchronized void release() {
        pulledBy = null;
    }
}
