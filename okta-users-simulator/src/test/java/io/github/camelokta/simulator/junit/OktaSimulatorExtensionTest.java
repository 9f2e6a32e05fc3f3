/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@ExtendWith(OktaSimulatorExtension.class)
class OktaSimulatorExtensionTest {
    private static OktaSimulator ofTheClass;

    @BeforeAll
    static void remember(OktaSimulator okta) {
        ofTheClass = okta;
    }

    @BeforeEach
    void seed(OktaSimulator okta) {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
    }

    @RepeatedTest(2)
    void everyTestFindsTheOrgOfTheClassWithOnlyItsOwnSeed(OktaSimulator okta) {
        assertThat(okta).isSameAs(ofTheClass);
        assertThat(okta.users()).hasSize(1);
        okta.addUser("bob@example.com", UserStatus.ACTIVE);
    }

    @Nested
    class InANestedClass {
        @Test
        void theOrgIsTheSame(OktaSimulator okta) {
            assertThat(okta).isSameAs(ofTheClass);
            assertThat(okta.users()).hasSize(1);
        }
    }

    @Test
    void theOrgStopsAfterTheClass() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Guest.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.succeeded(1));

        assertThat(Guest.seen).isNotSameAs(ofTheClass);
        assertThat(Guest.seen.wireMock().isRunning()).isFalse();
        assertThat(ofTheClass.wireMock().isRunning()).isTrue();
    }

    @Test
    void aTestThatFailsOnABadDaySaysHowToMeetThatDayAgain() {
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(DiscoverySelectors.selectClass(OnABadDay.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.failed(1).succeeded(1));
        } finally {
            System.setErr(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("fails(OktaSimulator) failed in chaos with the seed 51 ")
                .contains("-Dokta.simulator.chaos=51");
    }

    @OktaChaos(51)
    @ExtendWith(OktaSimulatorExtension.class)
    static class OnABadDay {
        @Test
        void fails(OktaSimulator okta) {
            assertThat(okta.chaos()).isEmpty();
        }

        @Test
        void succeeds(OktaSimulator okta) {
            assertThat(okta.chaos()).isPresent();
        }
    }

    @ExtendWith(OktaSimulatorExtension.class)
    static class Guest {
        private static OktaSimulator seen;

        @Test
        void isRunning(OktaSimulator okta) {
            seen = okta;
            assertThat(okta.wireMock().isRunning()).isTrue();
        }
    }
}
