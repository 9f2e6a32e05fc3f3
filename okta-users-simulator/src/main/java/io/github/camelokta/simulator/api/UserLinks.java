/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code _links}. STAGED, PROVISIONED, ACTIVE and DEPROVISIONED as recorded from real orgs (where a staged user has
 * no {@code deactivate} link although the operation works); the other four are a choice: what the state machine allows.
 */
final class UserLinks {
    private static final Map<UserStatus, List<String>> BY_STATUS = Map.of(
            UserStatus.STAGED, List.of("activate", "resetFactors"),
            UserStatus.PROVISIONED, List.of("deactivate", "reactivate", "resetFactors", "resetPassword", "suspend"),
            UserStatus.ACTIVE,
                    List.of(
                            "deactivate",
                            "suspend",
                            "expirePassword",
                            "forgotPassword",
                            "resetPassword",
                            "resetFactors",
                            "changePassword",
                            "changeRecoveryQuestion"),
            UserStatus.DEPROVISIONED, List.of("activate", "delete", "resetFactors"),
            UserStatus.SUSPENDED, List.of("unsuspend", "deactivate", "resetFactors"),
            UserStatus.LOCKED_OUT, List.of("unlock", "deactivate", "resetPassword", "resetFactors"),
            UserStatus.RECOVERY, List.of("deactivate", "reactivate", "resetPassword", "resetFactors", "changePassword"),
            UserStatus.PASSWORD_EXPIRED,
                    List.of("deactivate", "expirePassword", "resetPassword", "resetFactors", "changePassword"));
    private static final Map<String, String> PATHS = Map.of(
            "expirePassword", "/lifecycle/expire_password",
            "resetPassword", "/lifecycle/reset_password",
            "resetFactors", "/lifecycle/reset_factors",
            "forgotPassword", "/credentials/forgot_password",
            "changePassword", "/credentials/change_password",
            "changeRecoveryQuestion", "/credentials/change_recovery_question",
            "delete", "");

    private UserLinks() {}

    static void self(ObjectNode links, UserState user, String api) {
        links.putObject("self").put("href", api + "/users/" + user.id());
    }

    static void operations(ObjectNode links, UserState user, String api) {
        for (String name : BY_STATUS.get(user.status())) {
            String path = PATHS.getOrDefault(name, "/lifecycle/" + name);
            links.putObject(name)
                    .put("href", api + "/users/" + user.id() + path)
                    .put("method", name.equals("delete") ? "DELETE" : "POST");
        }
    }
}
