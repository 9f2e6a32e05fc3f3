/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.examples.offboarding.event.Closed;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo's last look sees what is wrong. The org here does not even listen. */
class AuditTest {
    private static final String EVENT = "hr.leavers-0@0";

    private final OktaSimulator okta = OktaSimulator.builder().build();

    @Test
    void a_closed_account_is_well() {
        SimulatedUser account = okta.addUser("ann@example.com", UserStatus.DEPROVISIONED);

        assertThat(audit(toBeClosed(account), closed(account, "ACTIVE"))).isEmpty();
    }

    @Test
    void an_account_that_only_the_result_calls_closed() {
        SimulatedUser account =
                okta.user("ann@example.com").session().factors("push").add();

        assertThat(audit(toBeClosed(account), closed(account, "ACTIVE")))
                .containsExactly(EVENT + ": " + account.id() + " is ACTIVE and has left [1 sessions, 1 factors]");
    }

    @Test
    void a_call_that_the_org_never_saw() {
        SimulatedUser account = okta.addUser("ann@example.com", UserStatus.DEPROVISIONED);

        assertThat(audit(toBeClosed(account), closed(account, "ACTIVE", "suspend")))
                .containsExactly(account.id() + ": the results tell of [suspend], the org of []");
    }

    @Test
    void another_state_before_than_there_was() {
        SimulatedUser account = okta.addUser("ann@example.com", UserStatus.DEPROVISIONED);

        assertThat(audit(toBeClosed(account), closed(account, "STAGED"))).hasSize(1);
    }

    @Test
    void an_event_without_a_result_and_one_with_two() {
        SimulatedUser account = okta.addUser("ann@example.com", UserStatus.DEPROVISIONED);

        assertThat(audit(toBeClosed(account))).anyMatch(finding -> finding.endsWith("has 0 results"));
        assertThat(audit(toBeClosed(account), closed(account, "ACTIVE"), closed(account, "ACTIVE")))
                .anyMatch(finding -> finding.endsWith("has 2 results"));
    }

    @Test
    void a_result_of_the_wrong_kind() {
        SimulatedUser account = okta.addUser("ann@example.com", UserStatus.ACTIVE);

        assertThat(audit(toBeClosed(account), failed("sorry", "{}")))
                .anyMatch(finding -> finding.contains("has the wrong result"));
    }

    @Test
    void a_protected_account_that_was_touched() {
        SimulatedUser account = okta.user("ann@example.com").session().add();
        Sample sample = new Sample("protected", account, UserStatus.ACTIVE, "{}", "protected");

        assertThat(audit(sample, failed("it is protected", "{}"))).isEmpty();
        assertThat(audit(sample, failed("another cause", "{}"))).hasSize(1);
        assertThat(audit(sample, failed("it is protected", "{\"other\":1}"))).hasSize(1);
        account.change(UserStatus.SUSPENDED);
        assertThat(audit(sample, failed("it is protected", "{}")))
                .containsExactly(EVENT + ": the account " + account.id() + " was touched");
    }

    private List<String> audit(Sample sample, Outcome... outcomes) {
        return new Audit(Map.of(EVENT, sample), List.of(outcomes), okta).findings();
    }

    private static Sample toBeClosed(SimulatedUser account) {
        return new Sample("by login", account, UserStatus.ACTIVE, "{}", null);
    }

    private static Outcome closed(SimulatedUser account, String before, String... sent) {
        Closed closed = new Closed(
                account.id(),
                null,
                null,
                EVENT,
                before,
                "DEPROVISIONED",
                null,
                List.of(sent),
                Map.of(),
                1,
                Instant.EPOCH);
        return new Outcome(EVENT, closed, Map.of(), closed.toJson());
    }

    private static Outcome failed(String cause, String value) {
        return new Outcome(EVENT, null, Map.of("cause", cause), value.getBytes(StandardCharsets.UTF_8));
    }
}
