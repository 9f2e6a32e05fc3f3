/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import java.util.Arrays;
import java.util.Optional;

/** The eight statuses that Okta shows. */
public enum UserStatus {
    STAGED,
    PROVISIONED,
    ACTIVE,
    RECOVERY,
    PASSWORD_EXPIRED,
    LOCKED_OUT,
    SUSPENDED,
    DEPROVISIONED;

    static Optional<UserStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }
}
