/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import java.util.Map;
import java.util.Set;

/** Says whether an org has become what a directory wants. */
final class ReconcileOracle {
    private final OktaSimulator simulator;
    private final RandomDirectory directory;
    private final OnMissing onMissing;
    private final AbsentAttributes absent;
    private final Set<CurrentUser.UserStatus> mayReactivate;

    ReconcileOracle(
            OktaSimulator simulator,
            RandomDirectory directory,
            OnMissing onMissing,
            AbsentAttributes absent,
            Set<CurrentUser.UserStatus> mayReactivate) {
        this.mayReactivate = mayReactivate;
        this.simulator = simulator;
        this.directory = directory;
        this.onMissing = onMissing;
        this.absent = absent;
    }

    /** All but the refused are as they are wanted, and the untouchable are as they were. */
    void requireReached(Map<String, Refusal> refused) {
        directory.untouchable.forEach((id, state) -> assertThat(
                        simulator.findUser(id).orElseThrow().state().toString())
                .isEqualTo(state));
        refused.forEach(this::requireRefusedRightly);
        directory.byLogin.forEach((login, json) -> {
            if (!refused.containsKey(login)) {
                requireAsWanted(login, json);
            }
        });
        for (SimulatedUser user : simulator.users()) {
            boolean named = directory.wanted.stream().anyMatch(json -> key(json).equals(user.login()));
            if (!named && !directory.untouchable.containsKey(user.id())) {
                requireClosed(user, refused);
            }
        }
    }

    private void requireRefusedRightly(String login, Refusal refusal) {
        SimulatedUser user = simulator.findUser(login).orElse(null);
        UserStatus was = user == null ? null : directory.before.get(user.id());
        switch (refusal) {
            case NOT_TO_BE_REACTIVATED -> {
                assertThat(mayReactivate).doesNotContain(CurrentUser.UserStatus.valueOf(was.name()));
                assertThat(user.status()).isEqualTo(was);
            }
            case ADMINISTRATOR -> {
                assertThat(user.roles()).isNotEmpty();
                assertThat(user.status()).isEqualTo(was);
            }
            // Okta suspends only ACTIVE users, and nobody is made ACTIVE for that.
            case BY_OKTA ->
                assertThat(user.status()).isEqualTo(was).isNotIn(UserStatus.ACTIVE, UserStatus.DEPROVISIONED);
            default -> {}
        }
    }

    private void requireAsWanted(String login, ObjectNode json) {
        SimulatedUser user = simulator.findUser(login).orElse(null);
        String status = json.path("status").asText("");
        if (user == null) {
            assertThat(status).isEqualTo("DEPROVISIONED");
            return;
        }
        if (directory.untouchable.containsKey(user.id())) {
            return;
        }
        String now = user.status().name();
        switch (status) {
            case "ACTIVE" -> assertThat(now).isIn("ACTIVE", "PROVISIONED", "RECOVERY", "PASSWORD_EXPIRED");
            case "" ->
                assertThat(now)
                        .isEqualTo(directory
                                .before
                                .getOrDefault(user.id(), UserStatus.STAGED)
                                .name());
            default -> assertThat(now).isEqualTo(status);
        }
        if (!now.equals("DEPROVISIONED")) {
            boolean cleared = absent == AbsentAttributes.clear;
            if (cleared || json.path("profile").has("city")) {
                Object city = user.profile("city");
                assertThat(city == null ? "" : city)
                        .isEqualTo(json.path("profile").path("city").asText("").strip());
            }
        }
    }

    private void requireClosed(SimulatedUser user, Map<String, Refusal> refused) {
        UserStatus was = directory.before.get(user.id());
        UserStatus is = user.status();
        switch (onMissing) {
            case ignore -> assertThat(is).isEqualTo(was);
            case deactivate -> {
                if (refused.containsKey(user.login())) {
                    assertThat(refused.get(user.login())).isEqualTo(Refusal.ADMINISTRATOR);
                } else {
                    assertThat(is).isEqualTo(UserStatus.DEPROVISIONED);
                }
            }
            case suspend -> {
                if (refused.containsKey(user.login())) {
                    assertThat(is).isEqualTo(was);
                } else {
                    assertThat(is).isIn(UserStatus.SUSPENDED, UserStatus.DEPROVISIONED);
                }
            }
        }
    }

    private static String key(ObjectNode json) {
        return AttributeRules.loginKey(json.path("login").asText());
    }
}
