/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Plans without an org. */
public abstract class PlannerFixture {
    public static final ObjectMapper JSON = new ObjectMapper();
    public static final String ANN =
            "'login':'ann@acme.com','email':'ann@acme.com','firstName':'Ann','lastName':'Lee','city':'Oslo','grade':7";

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    public Set<UserStatus> mayReactivate = AccessRules.statuses(null);
    public Duration minAge = Duration.ZERO;
    public OnMissing onMissing = OnMissing.ignore;
    public AttributeRules rules = AttributeRules.of(null, null, AbsentAttributes.keep);

    public final Plan plan(String wanted, CurrentUser current) {
        return plan(wanted, current, false);
    }

    public final Plan plan(String wanted, CurrentUser current, boolean sendEmail) {
        return new UserPlanner(rules, new AccessRules(onMissing, mayReactivate, minAge, true), NOW)
                .plan(wanted == null ? null : new DesiredUserReader("ensure").read(json(wanted)), current, sendEmail);
    }

    public static CurrentUser active() {
        return current("ACTIVE", ANN);
    }

    public static CurrentUser current(String status, String profile) {
        return CurrentUser.of(
                json("{'id':'00u1234567890abcdefg','status':'" + status + "','profile':{" + profile + "}}"), "W/\"1\"");
    }

    public static String operations(Plan plan) {
        List<String> names =
                plan.calls().stream().map(call -> call.operation().name()).toList();
        return names.isEmpty() ? "-" : String.join(",", names);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
