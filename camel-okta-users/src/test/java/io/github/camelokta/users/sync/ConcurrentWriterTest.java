/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.sync.UserWriter.SendingWriter;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.plan.UserPlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody else writes between our read and our write. */
class ConcurrentWriterTest {
    private final OktaSimulator simulator = OktaSimulator.builder().build();
    private final OrgInProcess okta = new OrgInProcess(simulator);
    private final SimulatedUser ann = simulator
            .user("ann@acme.com")
            .profile("city", "Oslo")
            .profile("title", "CTO")
            .add();
    private int interventions;

    @Test
    void the_user_is_read_and_planned_again_once() throws Exception {
        interveneBeforeWrites(1, () -> ann.change("title", "CEO"));

        List<PlannedCall> made = ensure("{'login':'ann@acme.com','profile':{'city':'Bergen','title':'CEO'}}");

        assertThat(made).hasToString("[partialUpdate: city differs]");
        assertThat(ann.profile()).containsEntry("city", "Bergen").containsEntry("title", "CEO");
        assertThat(okta.sent).hasSize(4);
    }

    @Test
    void what_the_other_has_done_already_is_not_done_again() throws Exception {
        interveneBeforeWrites(1, () -> ann.change("city", "Bergen"));

        assertThat(ensure("{'login':'ann@acme.com','profile':{'city':'Bergen'}}"))
                .isEmpty();
    }

    @Test
    void a_writer_that_does_not_rest_ends_in_an_error() {
        interveneBeforeWrites(9, () -> ann.change("title", "T" + interventions));

        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> ensure("{'login':'ann@acme.com','profile':{'city':'Bergen'}}"))
                .matches(e -> e.getStatusCode() == 412);
        assertThat(okta.writesSent()).isEqualTo(2);
        assertThat(ann.profile("city")).isEqualTo("Oslo");
    }

    @Test
    void a_user_who_is_renamed_meanwhile_is_not_created_anew() throws Exception {
        interveneBeforeWrites(1, () -> ann.change("login", "ann.berg@acme.com"));

        ensure("{'login':'ann@acme.com','profile':{'city':'Bergen'}}");

        assertThat(simulator.users()).hasSize(1);
        assertThat(ann.profile()).containsEntry("city", "Bergen").containsEntry("login", "ann@acme.com");
    }

    @Test
    void the_calls_made_before_stay_in_the_list() throws Exception {
        ann.change(UserStatus.DEPROVISIONED);
        okta.before = line -> {
            if (line.startsWith("POST") && !line.contains("lifecycle") && interventions++ == 0) {
                ann.change("title", "CEO");
            }
        };

        assertThat(ensure("{'login':'ann@acme.com','status':'ACTIVE','profile':{'city':'Bergen'}}"))
                .extracting(call -> call.operation().name())
                .containsExactly("activate", "partialUpdate");
    }

    private void interveneBeforeWrites(int times, Runnable intervention) {
        okta.before = line -> {
            if (!line.startsWith("GET") && interventions < times) {
                interventions++;
                intervention.run();
            }
        };
    }

    private List<PlannedCall> ensure(String wanted) throws Exception {
        DesiredUser user = new DesiredUserReader("ensure").read(new ObjectMapper().readTree(wanted.replace('\'', '"')));
        UserPlanner planner = new UserPlanner(
                AttributeRules.of(null, null, AbsentAttributes.keep),
                new AccessRules(OnMissing.ignore, AccessRules.statuses(null), Duration.ZERO, true),
                Instant.EPOCH);
        UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
        UserReconciliation run = new UserReconciliation(calls, new SendingWriter(calls, okta, WriteListener.NONE));
        run.run(calls.byLogin(user.login()), current -> planner.plan(user, current, false));
        return run.made();
    }
}
