/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An org that answers only so many calls at once, on virtual time: what callers get out of it who were never told how many.
 * {@code -Dseeds=200} runs more.
 */
class ConcurrencySimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 20);
    private static final long MS = 1_000_000;
    private static final long MAX_WAIT = 120 * SECOND;

    private final VirtualTime time = new VirtualTime();

    /** Works on so many calls at once, and refuses what comes beside them. */
    private final class Org {
        private final Random random;
        private final int atOnce;
        private final long work;
        private final long trip;
        private int running;
        private int refused;

        Org(Random random, int atOnce, long work, long trip) {
            this.random = random;
            this.atOnce = atOnce;
            this.work = work;
            this.trip = trip;
        }

        void send(Object client, Consumer<RateLimitStatus> receiver) {
            time.at(time.now() + way(), () -> {
                if (running >= atOnce) {
                    refused++;
                    answer(new RateLimitStatus(true, 0, 0, seconds() + 60, seconds()), receiver);
                } else {
                    running++;
                    time.at(time.now() + work / 2 + (long) (random.nextDouble() * work), () -> {
                        running--;
                        answer(new RateLimitStatus(false, 100_000, 90_000, seconds() + 30, seconds()), receiver);
                    });
                }
            });
        }

        private void answer(RateLimitStatus status, Consumer<RateLimitStatus> receiver) {
            time.at(time.now() + way(), () -> receiver.accept(status));
        }

        private long way() {
            return trip == 0 ? 0 : trip / 4 + (long) (random.nextDouble() * trip / 2);
        }

        private long seconds() {
            return 1_800_000_000L + time.now() / SECOND;
        }
    }

    private record Run(
            double ofPossible, int refused, int failures, int mostTries, int repeatedOften, double fairness) {}

    /** @param trip to Okta and back, on average */
    private Run run(int seed, int jvms, int atOnce, int callers, int calls, long work, long trip) {
        Random random = new Random(seed * 7919L);
        Org org = new Org(random, atOnce, work, trip);
        List<ModelClient> clients = IntStream.range(0, jvms)
                .mapToObj(jvm -> new ModelClient(time, org::send, 100, MAX_WAIT, random))
                .toList();
        long start = time.now();
        clients.forEach(client -> client.callInTurn(callers, calls / jvms));
        time.run(Long.MAX_VALUE);
        long took = clients.stream().mapToLong(ModelClient::finished).max().orElseThrow() - start;
        long first = clients.stream().mapToLong(ModelClient::finished).min().orElseThrow() - start;
        double possible = (double) calls * work / Math.min(atOnce, callers * jvms);
        return new Run(
                possible / took,
                org.refused,
                clients.stream().mapToInt(ModelClient::failures).sum(),
                clients.stream().mapToInt(ModelClient::mostTries).max().orElseThrow(),
                clients.stream().mapToInt(ModelClient::repeatedOften).sum(),
                (double) first / took);
    }

    private List<Run> runs(String name, int jvms, int atOnce, int callers, int calls, long work, long trip) {
        List<Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            runs.add(run(seed, jvms, atOnce, callers, calls, work, trip));
        }
        System.out.printf(
                "Concurrency, %d seeds, %-28s %.3f of the possible (least %.3f); refused %.0f; tries %d, more than 5 of %.0f calls; failed %d; first by last %.2f%n",
                SEEDS,
                name,
                runs.stream().mapToDouble(Run::ofPossible).average().orElseThrow(),
                runs.stream().mapToDouble(Run::ofPossible).min().orElseThrow(),
                runs.stream().mapToInt(Run::refused).average().orElseThrow(),
                runs.stream().mapToInt(Run::mostTries).max().orElseThrow(),
                runs.stream().mapToInt(Run::repeatedOften).average().orElseThrow(),
                runs.stream().mapToInt(Run::failures).sum(),
                runs.stream().mapToDouble(Run::fairness).average().orElseThrow());
        return runs;
    }

    @Test
    void one_process_that_has_the_org_for_itself_gets_nine_tenths_of_the_possible() {
        List<Run> runs = runs("one JVM, 300 callers on 15", 1, 15, 300, 1500, 100 * MS, 0);

        assertThat(runs).allMatch(run -> run.failures() == 0).allMatch(run -> run.ofPossible() >= 0.9);
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 300, 1500, 20", "1, 75, 300, 6000, 20", "1, 35, 64, 3000, 100"})
    void with_trips_to_Okta_as_many_calls_are_in_flight_as_Okta_works_on(
            int jvms, int atOnce, int callers, int calls, int trip) {
        List<Run> runs = runs(
                "trip " + trip + " ms, " + callers + " on " + atOnce,
                jvms,
                atOnce,
                callers,
                calls,
                100 * MS,
                trip * MS);

        assertThat(runs)
                .allMatch(run -> run.failures() == 0)
                .allMatch(run -> run.ofPossible() >= 0.95 * 100 / (100 + trip));
    }

    @ParameterizedTest
    @CsvSource({"2, 35, 64, 4000", "5, 35, 64, 4000", "5, 75, 64, 8000"})
    void processes_that_know_nothing_of_each_other_lose_no_call(int jvms, int atOnce, int callers, int calls) {
        List<Run> runs =
                runs(jvms + " JVMs of " + callers + " on " + atOnce, jvms, atOnce, callers, calls, 100 * MS, 20 * MS);

        assertThat(runs).allMatch(run -> run.failures() == 0).allMatch(run -> run.ofPossible() >= 0.7);
    }
}
