/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Plans without an org. */
abstract class PlannerFixture {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String ANN =
            "'login':'ann@acme.com','email':'ann@acme.com','firstName':'Ann','lastName':'Lee','city':'Oslo','grade':7";

    AttributeRules rules = AttributeRules.of(null, null, AbsentAttributes.keep);

    final Plan plan(String wanted, CurrentUser current) {
        return plan(wanted, current, false);
    }

    final Plan plan(String wanted, CurrentUser current, boolean sendEmail) {
        return new UserPlanner(rules).plan(new DesiredUserReader("ensure").read(json(wanted)), current, sendEmail);
    }

    static CurrentUser active() {
        return current("ACTIVE", ANN);
    }

    static CurrentUser current(String status, String profile) {
        return CurrentUser.of(
                json("{'id':'00u1234567890abcdefg','status':'" + status + "','profile':{" + profile + "}}"), "W/\"1\"");
    }

    static String operations(Plan plan) {
        List<String> names =
                plan.calls().stream().map(call -> call.operation().name()).toList();
        return names.isEmpty() ? "-" : String.join(",", names);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
