/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When access is given and taken away.
 *
 * @param onMissing what becomes of users that the directory does not name
 * @param mayReactivate the statuses out of which a user may be brought to ACTIVE
 * @param minAge a user who was created or changed status less long ago keeps access
 * @param protectAdmins whether administrators and the credentials' own user keep access
 */
public record AccessRules(OnMissing onMissing, Set<UserStatus> mayReactivate, Duration minAge, boolean protectAdmins) {
    /** All but SUSPENDED: somebody suspended the user on purpose. */
    private static final Set<UserStatus> DEFAULT =
            EnumSet.complementOf(EnumSet.of(UserStatus.ACTIVE, UserStatus.SUSPENDED));

    /**
     * @param names statuses with commas between them; null for the default
     * @throws IllegalArgumentException if one of them is none, or ACTIVE
     */
    public static Set<UserStatus> statuses(String names) {
        if (names == null) {
            return DEFAULT;
        }
        Set<UserStatus> statuses = EnumSet.noneOf(UserStatus.class);
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                statuses.add(UserStatus.named(name.strip())
                        .filter(status -> status != UserStatus.ACTIVE)
                        .orElseThrow(
                                () -> new IllegalArgumentException("mayReactivate takes statuses out of which users"
                                        + " may be brought to ACTIVE, with commas between them: remove " + name.strip()
                                        + ", or use "
                                        + known())));
            }
        }
        return statuses;
    }

    private static String known() {
        return Arrays.stream(UserStatus.values())
                .filter(status -> status != UserStatus.ACTIVE)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
