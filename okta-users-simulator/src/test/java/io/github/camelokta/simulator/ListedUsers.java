/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.List;

/** The users whom the tests of lists look for. */
final class ListedUsers {
    private ListedUsers() {}

    /** Ann, Bob and Cat, of whom Cat is deprovisioned. */
    static void addTo(OktaSimulator okta) {
        add(okta, "ann", "Ann", "Lee", UserStatus.ACTIVE, 10, "2026-01-01T00:00:00Z");
        add(okta, "bob", "Bob", "Lane", UserStatus.STAGED, 20, "2026-02-01T00:00:00Z");
        add(okta, "cat", "Cat", "Moss", UserStatus.DEPROVISIONED, 30, "2026-03-01T00:00:00Z");
    }

    private static void add(
            OktaSimulator okta, String name, String first, String last, UserStatus status, int badge, String updated) {
        okta.user(name + "@example.com")
                .status(status)
                .profile("firstName", first)
                .profile("lastName", last)
                .profile("badge", badge)
                .profile("tags", List.of("t" + badge, "all"))
                .profile("remote", badge == 10)
                .lastUpdated(Instant.parse(updated))
                .created(Instant.parse("2026-01-01T00:00:00Z"))
                .add();
    }
}
