/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.MassChangeException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a directory cannot do to Okta by mistake. */
class MassChangeGuardTest extends SyncFixture {

    @Test
    void an_emptied_directory_is_not_believed_and_nothing_is_written() throws Exception {
        empty();
        try (RunningSync sync = RunningSync.start(target(Map.of()))) {
            MassChangeException stopped = catchThrowableOfType(MassChangeException.class, () -> sync.apply(() -> {}));

            assertThat(stopped.getReason()).isEqualTo("the directory names 0 users, fewer than minSourceSize (1)");
            assertThat(okta.requests().count()).isZero();
        }
    }

    @Test
    void a_half_lost_directory_is_held_against_the_limit_and_not_let_in_again() throws Exception {
        for (Person person : SamplePeople.range(0, PEOPLE / 2)) {
            directory.remove(person);
        }
        try (RunningSync sync = RunningSync.start(target(Map.of("sync.maxDeactivations", "10")))) {
            MassChangeException stopped = catchThrowableOfType(MassChangeException.class, () -> sync.apply(() -> {}));

            assertThat(stopped.getReason())
                    .isEqualTo("24 users would be deactivated or suspended, more than maxDeactivations (10)");
            assertThat(stopped.getPlanFile()).content().contains("DEACTIVATED");
            Files.delete(stopped.getPlanFile());

            directory.put(SamplePeople.person(0));
            long asked = okta.requests().count();
            assertThat(catchThrowableOfType(MassChangeException.class, () -> sync.apply(() -> {})))
                    .isNotNull();
            assertThat(okta.requests().count()).isEqualTo(asked);
        }
        assertThat(audit.writes()).isEmpty();
    }

    @Test
    void a_real_run_says_so_in_a_sentence_even_if_told_to_apply() throws Exception {
        empty();

        assertThat(launch(environment(), "--real", "--apply")).isEqualTo(1);

        assertThat(complained())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The plan is not carried out: the directory names 0 users");
        assertThat(okta.requests().matching(request -> !request.method().equals("GET")))
                .isEmpty();
    }
}
