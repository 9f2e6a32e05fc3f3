/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * An administrator role assigned to a user, with the targets it is limited to.
 *
 * @param id the assignment's id
 * @param type for example {@code APP_ADMIN}
 * @param resourceSet the resource set of a {@code CUSTOM} role, else null
 * @param customRole the role of a {@code CUSTOM} assignment, else null
 * @param created when it was assigned or, as recorded, its targets were last changed
 * @param appTargets {@code name} of a catalog app or {@code name/instanceId}; empty means all apps
 * @param groupTargets ids of groups; empty means all groups
 */
public record Role(
        String id,
        RoleType type,
        String resourceSet,
        String customRole,
        Instant created,
        Set<String> appTargets,
        Set<String> groupTargets) {

    /** A standard role without targets. */
    public static Role standard(RoleType type, IdSequence ids, Instant created) {
        return new Role(
                type.assignmentId(ids),
                type,
                null,
                null,
                created,
                new ConcurrentSkipListSet<>(),
                new ConcurrentSkipListSet<>());
    }

    /** A custom role bound to a resource set. */
    public static Role custom(String id, String customRole, String resourceSet, Instant created) {
        return new Role(
                id,
                RoleType.CUSTOM,
                resourceSet,
                customRole,
                created,
                new ConcurrentSkipListSet<>(),
                new ConcurrentSkipListSet<>());
    }

    /** The same assignment, its targets changed at {@code now}. */
    public Role changedAt(Instant now) {
        return new Role(id, type, resourceSet, customRole, now, appTargets, groupTargets);
    }
}
