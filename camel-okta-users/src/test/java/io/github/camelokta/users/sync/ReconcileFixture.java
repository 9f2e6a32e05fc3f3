/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.sync.UserWriter.SendingWriter;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** An org without a server, and a directory that owns the users of department "hr". */
abstract class ReconcileFixture {
    static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    final OktaSimulator simulator = OktaSimulator.builder().build();
    final OrgInProcess okta = new OrgInProcess(simulator);
    final MassChangeGuard guard = new MassChangeGuard();
    final List<JsonNode> wanted = new ArrayList<>();
    OnMissing onMissing = OnMissing.deactivate;
    MassChangeLimits limits = new MassChangeLimits(50, 100, 1);
    String scope = "profile.department eq \"hr\"";
    String protect;
    Set<CurrentUser.UserStatus> mayReactivate = AccessRules.statuses(null);
    Duration minAge = Duration.ZERO;
    boolean protectAdmins = true;
    OrderedExecutor work = OrderedExecutor.ONE_BY_ONE;
    WriteListener listener = WriteListener.NONE;

    final SimulatedUser user(String login, UserStatus status) {
        return simulator.user(login).status(status).profile("department", "hr").add();
    }

    final ObjectNode want(String login, String status) {
        ObjectNode json = JSON.createObjectNode().put("login", login).put("status", status);
        json.putObject("profile")
                .put("email", login)
                .put("firstName", login.substring(0, 1).toUpperCase() + login.substring(1, login.indexOf('@')))
                .put("lastName", "User")
                .put("department", "hr");
        wanted.add(json);
        return json;
    }

    final ReconcileReport run() {
        return run(taker -> wanted.forEach(taker));
    }

    final ReconcileReport run(Reconciler.Source source) {
        UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
        return reconciler(calls).reconcile(source, false, new SendingWriter(calls, okta, listener), work);
    }

    final ReconcilePlan dryRun() {
        return reconciler(new UserCalls(okta, OrgInProcess.URL)).dryRun(taker -> wanted.forEach(taker), false);
    }

    private Reconciler reconciler(UserCalls calls) {
        ReconcileRules rules = new ReconcileRules(
                scope,
                protect,
                new AccessRules(onMissing, mayReactivate, minAge, protectAdmins),
                AttributeRules.of(null, null, AbsentAttributes.keep),
                limits,
                temp);
        return new Reconciler(calls, rules, guard, simulator.org().clock(), PlanMaker.MEMORY);
    }

    static List<UserResult> results(ReconcileReport report) {
        List<UserResult> all = new ArrayList<>();
        report.results().forEachRemaining(all::add);
        return all;
    }
}
