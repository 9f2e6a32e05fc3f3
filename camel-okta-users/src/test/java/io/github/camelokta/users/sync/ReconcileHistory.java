/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.sync.Reconciler.Source;
import io.github.camelokta.users.sync.UserWriter.SendingWriter;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** Runs over a random directory, of which some are killed or lose an answer. */
final class ReconcileHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final OktaSimulator simulator;
    private final Path temp;
    private final OrgInProcess okta;
    private final OnMissing onMissing;
    private final AbsentAttributes absent;
    private final RandomDirectory directory;
    private final ReconcileOracle oracle;
    private final Set<CurrentUser.UserStatus> mayReactivate;
    private final CamelContext context;
    private boolean sendEmail;

    /** Empties the org and fills it anew. */
    ReconcileHistory(Random random, OktaSimulator simulator, CamelContext context, Path temp) {
        this.context = context;
        this.random = random;
        this.simulator = simulator;
        this.temp = temp;
        this.okta = new OrgInProcess(simulator);
        simulator.reset();
        this.onMissing = OnMissing.values()[random.nextInt(3)];
        this.absent = AbsentAttributes.values()[random.nextInt(2)];
        this.mayReactivate =
                AccessRules.statuses(random.nextBoolean() ? null : "STAGED,LOCKED_OUT,DEPROVISIONED,SUSPENDED");
        this.directory = new RandomDirectory(random, simulator);
        this.oracle = new ReconcileOracle(simulator, directory, onMissing, absent, mayReactivate);
    }

    /** True if there is no such call. */
    boolean playKilledAt(int call) {
        okta.killedAt = call;
        boolean killed = false;
        try {
            run();
        } catch (OrgInProcess.Killed e) {
            killed = true;
        }
        okta.restart();
        Map<String, Refusal> refused = run();
        oracle.requireReached(refused);
        okta.restart();
        assertThat(run()).isEqualTo(refused);
        assertThat(okta.writes()).isZero();
        return !killed;
    }

    void play() {
        int kills = random.nextInt(4);
        for (int i = 0; i < kills; i++) {
            okta.killedAt = 1 + random.nextInt(20);
            okta.doubtfulWrite = random.nextInt(6);
            sendEmail = random.nextBoolean();
            try {
                run();
            } catch (ReconcileFailedException e) {
                assertThat(!e.getReport().isChanged() || okta.writes() > 0).isTrue();
                e.getReport().close();
            } catch (OrgInProcess.Killed | OktaUsersException e) {
                // Runs again.
            }
            okta.restart();
        }
        redeliver();
        moveSomebody();
        sendEmail = random.nextBoolean();
        Set<String> known = simulator.users().stream().map(SimulatedUser::id).collect(Collectors.toSet());
        List<String> planned = dryRun();
        okta.restart();
        Map<String, Refusal> refused = run();
        // What Okta refuses of a user is not foreseen, and nothing more of that user is sent.
        assertThat(without(refused, okta.written(known))).isEqualTo(without(refused, planned));
        oracle.requireReached(refused);

        okta.restart();
        sendEmail = random.nextBoolean();
        assertThat(run()).isEqualTo(refused);
        assertThat(okta.writes()).isZero();
    }

    /** The first attempt fails at some record, and the same message comes again, to one thread or to two. */
    private void redeliver() {
        RandomSource source = new RandomSource(random, directory.wanted);
        Message message = new DefaultMessage(context);
        boolean twoThreads = random.nextInt(10) == 0;
        message.setBody(twoThreads ? source.whole() : source.failingOnce());
        if (twoThreads && source.isOneShot()) {
            List<Throwable> failures = IntStream.range(0, 2)
                    .parallel()
                    .mapToObj(i -> catchThrowable(() -> run(sourceOf(message))))
                    .toList();
            assertThat(failures).filteredOn(Objects::nonNull).singleElement().satisfies(ReconcileHistory::isRefused);
        } else if (!twoThreads && !directory.wanted.isEmpty()) {
            assertThat(catchThrowable(() -> run(sourceOf(message)))).isNotNull();
            assertThat(okta.writes()).isZero();
            Throwable second = catchThrowable(() -> run(sourceOf(message)));
            if (source.isOneShot()) {
                isRefused(second);
                assertThat(okta.writes()).isZero();
            } else {
                assertThat(second).isNull();
            }
        }
        okta.restart();
    }

    private static void isRefused(Throwable failure) {
        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("read only once");
    }

    private Source sourceOf(Message message) {
        SourceReader reader = new SourceReader(JSON, OneShotSources.of(context));
        return taker -> reader.forEach(message, taker);
    }

    /** Somebody is moved out of the scope while a run is working: who has access then keeps it. */
    private void moveSomebody() {
        List<SimulatedUser> own = simulator.users().stream()
                .filter(user -> !directory.untouchable.containsKey(user.id()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        SimulatedUser moved = own.get(random.nextInt(own.size()));
        int moment = 1 + random.nextInt(6);
        int[] reads = {0};
        UserStatus[] then = {null};
        okta.before = line -> {
            boolean read = line.startsWith("GET /api/v1/users/00u") && !line.endsWith("/roles");
            if (read && ++reads[0] == moment) {
                then[0] = moved.status();
                moved.change("owner", "it");
            }
        };
        run();
        okta.before = line -> {};
        okta.restart();
        if (then[0] != null
                && !List.of(UserStatus.SUSPENDED, UserStatus.DEPROVISIONED).contains(then[0])) {
            assertThat(moved.status()).isNotIn(UserStatus.SUSPENDED, UserStatus.DEPROVISIONED);
        }
        if ("it".equals(moved.profile("owner"))) {
            directory.untouchable.put(moved.id(), moved.state().toString());
        }
    }

    private List<String> without(Map<String, Refusal> refused, List<String> requests) {
        List<String> ids = refused.entrySet().stream()
                .filter(entry -> entry.getValue() == Refusal.BY_OKTA)
                .map(entry -> simulator.findUser(entry.getKey()).orElseThrow().id())
                .toList();
        return requests.stream()
                .filter(request -> ids.stream().noneMatch(request::contains))
                .toList();
    }

    private Reconciler reconciler(UserCalls calls) {
        ReconcileRules rules = new ReconcileRules(
                "profile.owner eq \"hr\"",
                "profile.kind eq \"service\"",
                new AccessRules(onMissing, mayReactivate, Duration.ZERO, true),
                AttributeRules.of(null, null, absent),
                new MassChangeLimits(Long.MAX_VALUE, 100, 0),
                temp);
        // A buffer of a few records, so that several runs are merged.
        return new Reconciler(
                calls, rules, new MassChangeGuard(), simulator.org().clock(), 1 + random.nextInt(2000));
    }

    private List<String> dryRun() {
        UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
        ReconcilePlan plan = reconciler(calls).dryRun(directory.wanted::forEach, sendEmail);
        try (ReconcileReport report = plan.getReport()) {
            assertThat(okta.writes()).isZero();
            List<String> lines = new ArrayList<>();
            plan.forEach(request -> lines.add(line(request)));
            return lines;
        }
    }

    private Map<String, Refusal> run() {
        return run(directory.wanted::forEach);
    }

    private Map<String, Refusal> run(Source source) {
        UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
        Reconciler reconciler = reconciler(calls);
        Map<String, Refusal> refused = new HashMap<>();
        SendingWriter writer = new SendingWriter(calls, okta, WriteListener.NONE);
        try (ReconcileReport report = reconciler.reconcile(source, sendEmail, writer, OrderedExecutor.ONE_BY_ONE)) {
            for (Iterator<UserResult> results = report.results(); results.hasNext(); ) {
                UserResult result = results.next();
                if (result.change() == Change.REFUSED) {
                    refused.put(result.login(), result.refusal());
                }
            }
            assertThat(report.getRefused()).isEqualTo(refused.size());
            assertThat(report.isChanged()).isEqualTo(okta.writes() > 0);
        }
        return refused;
    }

    private static String line(Map<String, Object> request) {
        return request.get("method") + " " + request.get("path") + " "
                + request.getOrDefault("headers", Map.of()) + " "
                + JSON.valueToTree(request.get("body"));
    }
}
