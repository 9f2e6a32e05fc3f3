/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.SimulatedUser;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo's checks see what is not as told. */
class CheckedRunsTest extends SyncFixture {

    @Test
    void nothing_is_found_where_all_is_as_told() throws Exception {
        try (RunningSync sync = RunningSync.start(target(Map.of()))) {
            CheckedRuns runs = runs(sync);
            runs.apply("run", runs.plan("plan"));

            assertThat(runs.findings()).isEmpty();
        }
    }

    @Test
    void a_user_who_changes_after_the_plan_is_found() throws Exception {
        try (RunningSync sync = RunningSync.start(target(Map.of()))) {
            CheckedRuns runs = runs(sync);
            SyncOutcome plan = runs.plan("plan");
            person(4).change("city", "Rome");
            runs.apply("run", plan);

            assertThat(runs.findings()).containsExactly("run: the report has other calls than the plan");
        }
    }

    @Test
    void a_user_who_is_touched_though_the_directory_does_not_own_him_is_found() {
        okta.findUser("break.glass@example.com").orElseThrow().change("city", "Rome");

        assertThat(audit.state(directory.people())).contains("Users that the directory does not own were written to");
    }

    @Test
    void every_difference_between_the_directory_and_the_org_is_found() throws Exception {
        try (RunningSync sync = RunningSync.start(target(Map.of()))) {
            sync.apply(() -> {});
        }
        assertThat(audit.state(directory.people())).isEmpty();

        person(4).change("city", "Rome");
        person(6).erase();
        directory.remove(SamplePeople.person(8));

        assertThat(audit.state(directory.people()))
                .hasSize(3)
                .anyMatch(finding -> finding.contains("has another profile"))
                .anyMatch(finding -> finding.contains("is ACTIVE and not in the directory"))
                .contains("1 people are not in the org");
    }

    @Test
    void a_guard_that_does_not_hold_is_found() throws Exception {
        try (RunningSync sync = RunningSync.start(target(Map.of()))) {
            CheckedRuns runs = runs(sync);
            runs.refused("run");

            assertThat(runs.findings())
                    .containsExactly("run: the guard let 24 calls pass", "run: something was written");
        }
    }

    private CheckedRuns runs(RunningSync sync) {
        return new CheckedRuns(sync, directory, okta, stream(out), false, Clock.systemUTC());
    }

    private SimulatedUser person(int number) {
        return okta.findUser(SamplePeople.person(number).mail()).orElseThrow();
    }
}
