/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.Set;

/** Takes a target from a role: a role without targets would rule everything, so the last one stays. */
final class Targets {
    private Targets() {}

    static void remove(Set<String> targets, String target, String type) {
        if (!targets.contains(target)) {
            throw OktaRefusal.notFound(target, type);
        }
        if (targets.size() == 1) {
            throw OktaRefusal.invalid(
                    "targets", "The last target of a role cannot be removed: remove the role assignment instead.");
        }
        targets.remove(target);
    }
}
