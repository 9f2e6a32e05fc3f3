/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.util.function.UnaryOperator;

/** Holds the known users, and stores it where it changed. Thread-safe: exchanges end on any thread. */
final class KnownUsersKeeper {
    private final Object storing = new Object();
    private final KnownUsersStore store;
    private final long searchHash;
    private KnownUsers known;
    private KnownUsers stored;
    private boolean closed;

    KnownUsersKeeper(KnownUsersStore store, long searchHash) {
        this.store = store;
        this.searchHash = searchHash;
    }

    /** @throws UnusableCursorException if what is stored cannot be gone on with */
    void load() {
        String ids = store.ids().load();
        String notes = store.notes().load();
        boolean none = ids == null && notes == null;
        stored = none ? null : KnownUsersText.parse(searchHash, ids, notes);
        known = none ? KnownUsers.NOBODY : stored;
    }

    synchronized KnownUsers known() {
        return known;
    }

    synchronized void change(UnaryOperator<KnownUsers> change) {
        known = change.apply(known);
    }

    /** Stores what changed since it was stored. */
    void store() {
        synchronized (storing) {
            KnownUsers now = known();
            if (closed || now == stored) {
                return;
            }
            if (stored == null) {
                // The large text is never alone: a crash after it would leave something that is refused.
                save(KnownUsers.NOBODY);
            }
            if (now.base() != stored.base()) {
                // First, for the notes then no longer hold who moved into it; until then nobody is lost who is in both.
                store.ids().save(KnownUsersText.ids(searchHash, now));
            }
            save(now);
        }
    }

    /** Stores for the last time: what is confirmed later must not overwrite what a successor stores. */
    void close() {
        synchronized (storing) {
            store();
            closed = true;
        }
    }

    private void save(KnownUsers users) {
        store.notes().save(KnownUsersText.notes(searchHash, users));
        stored = users;
    }
}
