/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.cursor.CursorText;

/** Stores the cursor where it has changed. One at a time: an older text must not replace a newer one. */
final class CursorKeeper {
    private final DeliveryTracker ledger;
    private final CursorStore store;
    private final ChangeNotices notices;
    private boolean shortened;
    private boolean closed;

    CursorKeeper(DeliveryTracker ledger, CursorStore store, ChangeNotices notices) {
        this.ledger = ledger;
        this.store = store;
        this.notices = notices;
    }

    synchronized void store() {
        if (closed || !ledger.hasChanged()) {
            return;
        }
        tidy();
        ChangeCursor cursor = ledger.taken();
        boolean saved = false;
        try {
            store.save(CursorText.of(cursor));
            saved = true;
        } finally {
            if (!saved) {
                ledger.notStored();
            }
        }
    }

    /** Stores for the last time: what is confirmed later must not overwrite what a successor stores. */
    synchronized void close() {
        store();
        closed = true;
    }

    private void tidy() {
        boolean shorter = ledger.tidy();
        if (shorter && !shortened) {
            ChangeCursor cursor = ledger.cursor();
            notices.horizonShrunk(cursor.watermark() - cursor.from());
        }
        shortened = shorter;
    }
}
