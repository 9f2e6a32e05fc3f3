/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaClient;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.OktaSimulatorBuilder;
import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final VirtualClock CLOCK = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    private static final int REQUESTS = 400;

    private final List<Duration> slept = new ArrayList<>();

    private OktaSimulatorBuilder setup() {
        return OktaSimulator.builder().clock(CLOCK).sleeper(slept::add).rateLimit("/api/v1/users/{id}", 1_000);
    }

    /** What a client meets that changes one user again and again: the statuses, 0 where the connection was cut. */
    private static List<Integer> met(OktaSimulator okta) {
        String path = "/api/v1/users/"
                + okta.addUser("ann@example.com", UserStatus.ACTIVE).id();
        OktaClient client = new OktaClient(okta);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            try {
                statuses.add(
                        client.post(path, "{'profile':{'city':'" + i + "'}}").status());
            } catch (UncheckedIOException cut) {
                statuses.add(0);
            }
        }
        return statuses;
    }

    @Test
    void a_seed_brings_the_same_day_again_after_a_reset_and_in_another_run() {
        List<Integer> first;
        List<Integer> afterReset;
        try (OktaSimulator okta = setup().chaos(7).start()) {
            first = met(okta);
            okta.reset();
            afterReset = met(okta);
        }
        try (OktaSimulator okta = setup().chaos(7).start();
                OktaSimulator other = setup().chaos(8).start()) {
            assertThat(met(okta)).isEqualTo(first);
            assertThat(met(other)).isNotEqualTo(first);
        }
        assertThat(afterReset).isEqualTo(first);
    }

    @Test
    void a_day_has_bursts_slow_answers_and_cuts_after_the_change_and_mostly_right_answers() {
        Map<Integer, Long> counts;
        try (OktaSimulator okta = setup().chaos(7).start()) {
            counts = met(okta).stream()
                    .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
        }

        assertThat(counts.keySet()).isEqualTo(Set.of(0, 200, 429, 503));
        assertThat(counts.get(200)).isGreaterThan(REQUESTS / 2);
        assertThat(slept).isNotEmpty().allSatisfy(delay -> assertThat(delay).isLessThan(Duration.ofSeconds(1)));
    }

    @Test
    void a_read_is_never_cut_and_an_ordered_fault_comes_first() {
        FaultPlan plan = new FaultPlan(Chaos.of(7));
        plan.on("GET", "/x").fail(Fault.internalError());

        assertThat(plan.next("GET", "/x")).contains(Fault.internalError());
        for (int i = 0; i < 1_000; i++) {
            assertThat(plan.next("GET", "/x").map(Fault::kind)).isNotEqualTo(java.util.Optional.of(Fault.Kind.RESET));
        }
    }

    @Test
    void the_index_lags_and_the_clock_is_wrong_by_what_the_seed_says() {
        Chaos chaos = Chaos.of(7);
        try (OktaSimulator okta = setup().chaos(chaos).start()) {
            assertThat(okta.org().clock().instant()).isEqualTo(CLOCK.instant().plus(chaos.clockSkew()));
            assertThat(chaos.indexLag()).isBetween(Duration.ZERO, Duration.ofSeconds(2));
            assertThat(chaos.clockSkew().abs()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
            okta.addUser("ann@example.com", UserStatus.ACTIVE);
            assertThat(okta.org().indexed()).isEmpty();
            CLOCK.advance(chaos.indexLag());
            assertThat(okta.org().indexed()).hasSize(1);
        }
    }

    @Test
    void it_says_how_to_meet_it_again() {
        assertThat(Chaos.of(7)).hasToString(Chaos.of(7).toString());
        assertThat(Chaos.of(7).toString()).contains("seed 7", "-Dokta.simulator.chaos=7");
    }
}
