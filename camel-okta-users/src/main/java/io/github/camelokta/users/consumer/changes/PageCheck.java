/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.List;

/** Refuses pages that are not what was asked for: whatever was left out of them would be lost. */
public final class PageCheck {

    private PageCheck() {}

    /** @throws IllegalStateException if a user is older than that second or than the one before it */
    static void ascendingFrom(SortedBy sortedBy, long second, List<ListedUser> rows) {
        long before = second;
        for (ListedUser row : rows) {
            if (sortedBy.of(row) < second) {
                throw new IllegalStateException(
                        "Okta's answer holds users from before the time that the search asked for:"
                                + " something between here and Okta drops or changes the search");
            }
            if (sortedBy.of(row) < before) {
                throw new IllegalStateException("Okta's answer is not in the order of " + sortedBy.property()
                        + " that was asked for:" + " nothing after it can be trusted");
            }
            before = sortedBy.of(row);
        }
    }

    /** @throws IllegalStateException if a user is of another second */
    static void within(SortedBy sortedBy, long second, List<ListedUser> rows) {
        for (ListedUser row : rows) {
            if (sortedBy.of(row) != second) {
                throw new IllegalStateException("Okta's answer holds users of another second than the search asked for:"
                        + " something between here and Okta drops or changes the search");
            }
        }
    }

    /** @throws IllegalStateException if there is another user than that one */
    public static void only(String id, List<ListedUser> rows) {
        for (ListedUser row : rows) {
            if (!row.id().equals(id)) {
                throw new IllegalStateException("Okta's answer holds another user than the search asked for:"
                        + " something between here and Okta drops or changes the search");
            }
        }
    }
}
