/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** The times by whose order users are read. */
public enum SortedBy {
    LAST_UPDATED("lastUpdated") {
        @Override
        long of(ListedUser row) {
            return row.lastUpdated();
        }
    },
    /** It never changes, so that users stand still while they are read. */
    CREATED("created") {
        @Override
        long of(ListedUser row) {
            return row.created();
        }
    };

    private final String property;

    SortedBy(String property) {
        this.property = property;
    }

    /** The name of Okta's property. */
    public String property() {
        return property;
    }

    /** Epoch second. */
    abstract long of(ListedUser row);
}
