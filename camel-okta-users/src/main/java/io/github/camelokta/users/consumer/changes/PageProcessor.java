/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.DeliveryTracker.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Delivers what is new on a page. */
final class PageProcessor {
    private final boolean wholePages;

    PageProcessor(ChangeSettings settings) {
        this.wholePages = settings.wholePages();
    }

    /** @return false if the poll had to end before the page did */
    boolean take(PollCycle run, ChangePage page) {
        return wholePages ? takeWhole(run, page) : takeEach(run, page);
    }

    private static boolean takeEach(PollCycle run, ChangePage page) {
        int size = Math.min(fresh(run.ledger(), page.rows()), run.left());
        int next = 0;
        for (ListedUser row : page.rows()) {
            if (passes(run, row, page.cap())) {
                continue;
            }
            if (!run.mayGoOn()) {
                return false;
            }
            Flight flight = new Flight(run);
            run.begin(flight, row, page.cap());
            // A user that was under way when the page was counted may have landed meanwhile.
            size = Math.max(size, next + 1);
            run.handOut(flight, next++, size);
        }
        return true;
    }

    private static boolean takeWhole(PollCycle run, ChangePage page) {
        if (!run.mayGoOn()) {
            return fresh(run.ledger(), page.rows()) == 0;
        }
        Flight flight = new Flight(run);
        for (ListedUser row : page.rows()) {
            if (!passes(run, row, page.cap())) {
                run.begin(flight, row, page.cap());
            }
        }
        if (!flight.rows().isEmpty()) {
            run.handOut(flight, 0, 1);
        }
        return true;
    }

    /** Whether nothing is to be handed out for a row. */
    private static boolean passes(PollCycle run, ListedUser row, long cap) {
        Standing standing = run.ledger().standing(row);
        switch (standing) {
            case KNOWN, PENDING -> run.ledger().pass(run.prefix(), row, cap);
            case UNDER_WAY -> run.ledger().block(run.prefix());
            case FRESH -> {}
        }
        return standing != Standing.FRESH;
    }

    private static int fresh(DeliveryTracker ledger, List<ListedUser> rows) {
        Set<String> ids = new HashSet<>();
        for (ListedUser row : rows) {
            if (ledger.standing(row) == Standing.FRESH) {
                ids.add(row.id());
            }
        }
        return ids.size();
    }
}
