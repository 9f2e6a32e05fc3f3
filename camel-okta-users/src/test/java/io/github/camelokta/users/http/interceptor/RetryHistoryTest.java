/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.support.Randoms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand random histories of faults for each kind of row: whatever happens, nothing is done twice that must not be. */
class RetryHistoryTest {
    private static final int HISTORIES = 10_000;
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private long waited;
    private int succeeded;
    private int repeated;
    private int sent;

    @ParameterizedTest
    @EnumSource
    void no_history_of_faults_does_harm(Repeat repeat) {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        List<OktaUsersOperation> rows = rows(repeat);
        for (int i = 0; i < HISTORIES; i++) {
            OktaUsersOperation row = rows.get(random.nextInt(rows.size()));
            FaultyOrg org = new FaultyOrg(row, random);
            OktaUsersException failure = call(row, org, random);
            int number = i;
            check(repeat, org, failure, () -> "seed " + seed + ", history " + number + ": " + org.history);
            succeeded += failure == null ? 1 : 0;
            repeated += org.met.size() > 1 ? 1 : 0;
            sent += org.met.size();
        }
        System.out.printf(
                "RetryHistoryTest %s: %d histories of %d operations, seed %d: %d succeeded, %d were repeated, %d requests;"
                        + " none did harm%n",
                repeat, HISTORIES, rows.size(), seed, succeeded, repeated, sent);
        assertThat(succeeded).isBetween(HISTORIES / 20, HISTORIES);
        assertThat(repeated > 0).isEqualTo(repeat != Repeat.DESTRUCTIVE);
    }

    /** All of its kind, but of the state-guarded ones that whose effect the org can show. */
    private static List<OktaUsersOperation> rows(Repeat repeat) {
        return repeat == Repeat.STATE_GUARDED
                ? List.of(OktaUsersOperation.suspend)
                : Stream.of(OktaUsersOperation.values())
                        .filter(row -> row.repeat() == repeat)
                        .toList();
    }

    private static void check(Repeat repeat, FaultyOrg org, OktaUsersException failure, Supplier<String> story) {
        assertThat(org.met).as(story).isNotEmpty();
        assertThat(org.met.stream().filter(fault -> fault != FaultyOrg.Fault.RATE_LIMITED))
                .as(story)
                .hasSizeLessThanOrEqualTo(MAX_ATTEMPTS);
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
        ErrorTranslator translator = new ErrorTranslator(new Redactor(List::of), Clock.systemUTC());
        waited = 0;
        Sleeper pauser = nanos -> {
            waited += nanos;
            return true;
        };
        RetryOptions options = new RetryOptions(MAX_ATTEMPTS, MAX_WAIT, pauser, random::nextDouble);
        OktaClient client = new ErrorInterceptor(translator, new RetryInterceptor(options, translator, org));
        try {
            client.send(RetryFixture.request(row, ""), CallContext.of(Priority.CALL));
            return null;
        } catch (OktaUsersException e) {
            return e;
        } finally {
            assertThat(waited).isLessThanOrEqualTo(MAX_WAIT.toNanos());
        }
    }
}
