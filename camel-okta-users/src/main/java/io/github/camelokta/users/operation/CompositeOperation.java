/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** What the component makes of several calls. No rows of the table: what they send are rows. */
public enum CompositeOperation implements Operation {
    ensure("Brings a user to a wanted state by the fewest legal calls"),
    reconcile("Brings all users of a directory to their wanted states");

    private final String description;

    CompositeOperation(String description) {
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }
}
