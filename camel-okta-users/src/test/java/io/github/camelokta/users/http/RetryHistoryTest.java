/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.support.Randoms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand random histories of faults for each kind of row: whatever happens, nothing is done twice that must not be. */
class RetryHistoryTest {
    private static final int HISTORIES = 10_000;
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Map<Repeat, OktaUsersOperation> ROWS = Map.of(
            Repeat.SAFE, OktaUsersOperation.listRoles,
            Repeat.CONVERGES, OktaUsersOperation.clearSessions,
            Repeat.STATE_GUARDED, OktaUsersOperation.suspend,
            Repeat.NEVER, OktaUsersOperation.resetPassword,
            Repeat.DESTRUCTIVE, OktaUsersOperation.deactivateOrDelete);

    private long waited;
    private int succeeded;
    private int repeated;

    @ParameterizedTest
    @EnumSource
    void no_history_of_faults_does_harm(Repeat repeat) {
        long seed = Randoms.seed();
        System.out.println("RetryHistoryTest " + repeat + ": -Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            FaultyOrg org = new FaultyOrg(ROWS.get(repeat), random);
            OktaUsersException failure = call(ROWS.get(repeat), org, random);
            int number = i;
            check(repeat, org, failure, () -> "seed " + seed + ", history " + number + ": " + org.history);
            succeeded += failure == null ? 1 : 0;
            repeated += org.met.size() > 1 ? 1 : 0;
        }
        assertThat(succeeded).isBetween(HISTORIES / 20, HISTORIES);
        assertThat(repeated > 0).isEqualTo(repeat != Repeat.DESTRUCTIVE);
    }

    private static void check(Repeat repeat, FaultyOrg org, OktaUsersException failure, Supplier<String> story) {
        assertThat(org.met.size()).as(story).isBetween(1, MAX_ATTEMPTS);
        if (failure == null) {
            assertThat(org.applied).as(story).isPositive();
        }
        switch (repeat) {
            case DESTRUCTIVE -> assertThat(org.met).as(story).hasSize(1);
            case NEVER ->
                assertThat(org.met.subList(0, org.met.size() - 1)).as(story).allMatch(FaultyOrg.Fault::surelyNothing);
            case STATE_GUARDED -> {
                if (!org.wasLate()) {
                    assertThat(org.sentWhileItStood).as(story).isZero();
                }
            }
            default -> {}
        }
        if (repeat != Repeat.SAFE && repeat != Repeat.CONVERGES) {
            assertThat(org.applied).as(story).isLessThanOrEqualTo(1);
            boolean promisesThatNothingWasDone = failure != null && failure.isRetryable() && !org.wasLate();
            assertThat(promisesThatNothingWasDone && org.applied > 0).as(story).isFalse();
        }
        if (repeat == Repeat.DESTRUCTIVE && failure != null) {
            assertThat(failure.isRetryable()).as(story).isFalse();
        }
    }

    private OktaUsersException call(OktaUsersOperation row, FaultyOrg org, Random random) {
        ErrorTranslator translator = new ErrorTranslator(new SecretMask(List::of), Clock.systemUTC());
        waited = 0;
        Pauser pauser = nanos -> {
            waited += nanos;
            return true;
        };
        RetryOptions options = new RetryOptions(MAX_ATTEMPTS, MAX_WAIT, pauser, random::nextDouble);
        OktaClient client = new ErrorLink(translator, new RetryLink(options, translator, org));
        try {
            client.send(RetryFixture.request(row, ""));
            return null;
        } catch (OktaUsersException e) {
            return e;
        } finally {
            assertThat(waited).isLessThanOrEqualTo(MAX_WAIT.toNanos());
        }
    }
}
