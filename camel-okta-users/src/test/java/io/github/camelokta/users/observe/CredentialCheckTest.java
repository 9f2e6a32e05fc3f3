/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.users.observe.CredentialProbe.Answer;
import io.github.camelokta.users.observe.CredentialProbe.Finding;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CredentialCheckTest {
    private final VirtualClock clock = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private Finding answer = Finding.ACCEPTED;
    private final CredentialCheck check = new CredentialCheck(
            () -> {
                asked.incrementAndGet();
                return new Answer(answer, "");
            },
            clock);

    @Test
    void Okta_is_asked_at_most_once_a_minute() {
        assertThat(check.last()).isEmpty();
        for (int second = 0; second < 120; second++) {
            check.refresh();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void what_is_known_stands_while_the_rate_limit_leaves_no_room_for_the_question() {
        answer = Finding.REFUSED;
        check.refresh();
        clock.advance(Duration.ofMinutes(1));
        answer = Finding.NOT_ASKED;
        check.refresh();

        assertThat(asked).hasValue(2);
        assertThat(check.last()).map(Snapshot.Credential::finding).contains(Finding.REFUSED);

        clock.advance(Duration.ofMinutes(1));
        answer = Finding.ACCEPTED;
        check.refresh();
        assertThat(check.last()).contains(new Snapshot.Credential(Finding.ACCEPTED, "", clock.instant()));
    }
}
