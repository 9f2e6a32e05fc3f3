/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.support.Randoms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random directories against random orgs. */
class ReconcilePropertyTest {
    private static final int HISTORIES = 400;
    private static final int KILLED_HISTORIES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CITIES = List.of("Oslo", " Oslo ", "Bergen", "oslo", "");

    private final OktaSimulator simulator = OktaSimulator.builder().build();

    @TempDir
    Path temp;

    @Test
    void the_org_becomes_what_the_directory_wants_and_nobody_else_is_touched() throws Exception {
        long seed = Randoms.seed();
        for (int i = 0; i < HISTORIES; i++) {
            try {
                new History(new Random(seed + i)).play();
            } catch (Throwable e) {
                throw new AssertionError(
                        "history " + i + " of -Dseed=" + seed + ": run it alone with -Dseed=" + (seed + i), e);
            }
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_run_that_is_killed_at_any_of_its_calls_is_gone_on_with_by_the_next() {
        long seed = Randoms.seed();
        int killed = 0;
        for (int history = 0; history < KILLED_HISTORIES; history++) {
            boolean ended = false;
            for (int call = 1; !ended; call++) {
                String place = "-Dseed=" + seed + ", history " + history + ", killed at call " + call;
                try {
                    ended = new History(new Random(seed + history)).playKilledAt(call);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(place, e);
                }
                killed += ended ? 0 : 1;
            }
        }
        assertThat(killed).isGreaterThan(KILLED_HISTORIES);
    }

    private final class History {
        private final Random random;
        private final OrgInProcess okta = new OrgInProcess(simulator);
        private final List<ObjectNode> wanted = new ArrayList<>();
        private final Map<String, ObjectNode> byLogin = new HashMap<>();
        private final Map<String, String> untouchable = new LinkedHashMap<>();
        private final Map<String, UserStatus> before = new HashMap<>();
        private final OnMissing onMissing;
        private final AbsentAttributes absent;
        private boolean sendEmail;

        History(Random random) {
            this.random = random;
            simulator.reset();
            this.onMissing = OnMissing.values()[random.nextInt(3)];
            this.absent = AbsentAttributes.values()[random.nextInt(2)];
            simulator.org().schema().define("owner");
            simulator.org().schema().define("kind");
            int people = random.nextInt(12);
            for (int i = 0; i < people; i++) {
                person("p" + i + "@acme.com");
            }
        }

        private void person(String login) {
            if (random.nextInt(4) > 0) {
                boolean owned = random.nextInt(5) > 0;
                boolean guarded = random.nextInt(6) == 0;
                UserStatus status = UserStatus.values()[random.nextInt(8)];
                SimulatedUser user = simulator
                        .user(login)
                        .status(status)
                        .profile("city", random.nextBoolean() ? "Oslo" : "Bergen")
                        .profile("owner", owned ? "hr" : "it")
                        .profile("kind", guarded ? "service" : "person")
                        .add();
                before.put(user.id(), status);
                if (!owned || guarded) {
                    untouchable.put(user.id(), user.state().toString());
                }
            }
            if (random.nextInt(4) > 0) {
                ObjectNode json = JSON.createObjectNode();
                json.put("login", random.nextBoolean() ? login : " " + login.toUpperCase(Locale.ROOT));
                if (random.nextInt(5) > 0) {
                    json.put("status", WantedStatus.values()[random.nextInt(4)].name());
                }
                ObjectNode profile = json.putObject("profile");
                profile.put("email", login)
                        .put("firstName", "P")
                        .put("lastName", "User")
                        .put("owner", "hr")
                        .put("kind", "person");
                if (random.nextInt(3) > 0) {
                    profile.put("city", CITIES.get(random.nextInt(CITIES.size())));
                }
                wanted.add(json);
                byLogin.put(login, json);
                if (random.nextInt(10) == 0) {
                    wanted.add(json.deepCopy().put("status", "ACTIVE"));
                    byLogin.remove(login);
                    simulator
                            .findUser(login)
                            .ifPresent(user ->
                                    untouchable.put(user.id(), user.state().toString()));
                }
            }
            Collections.shuffle(wanted, random);
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
            requireReached(refused);
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
                } catch (OrgInProcess.Killed | OktaUsersException e) {
                    // Runs again.
                }
                okta.restart();
            }
            sendEmail = random.nextBoolean();
            Set<String> known =
                    simulator.users().stream().map(SimulatedUser::id).collect(Collectors.toSet());
            List<String> planned = dryRun();
            okta.restart();
            Map<String, Refusal> refused = run();
            assertThat(okta.written(known)).isEqualTo(planned);
            requireReached(refused);

            okta.restart();
            sendEmail = random.nextBoolean();
            assertThat(run()).isEqualTo(refused);
            assertThat(okta.writes()).isZero();
        }

        private Reconciler reconciler(UserCalls calls) {
            ReconcileRules rules = new ReconcileRules(
                    "profile.owner eq \"hr\"",
                    "profile.kind eq \"service\"",
                    onMissing,
                    AttributeRules.of(null, null, absent),
                    new BrakeLimits(Long.MAX_VALUE, 100, 0),
                    temp);
            // A buffer of a few records, so that several runs are merged.
            return new Reconciler(calls, rules, new MassChangeBrake(), 1 + random.nextInt(2000));
        }

        private List<String> dryRun() {
            UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
            ReconcilePlan plan = reconciler(calls).dryRun(wanted::forEach, sendEmail);
            try (ReconcileReport report = plan.getReport()) {
                assertThat(okta.writes()).isZero();
                List<String> lines = new ArrayList<>();
                plan.forEach(request -> lines.add(line(request)));
                return lines;
            }
        }

        private Map<String, Refusal> run() {
            UserCalls calls = new UserCalls(okta, OrgInProcess.URL);
            Reconciler reconciler = reconciler(calls);
            Map<String, Refusal> refused = new HashMap<>();
            OktaUserWriter writer = new OktaUserWriter(calls, okta, WriteListener.NONE);
            try (ReconcileReport report =
                    reconciler.reconcile(wanted::forEach, sendEmail, writer, OrderedWork.ONE_BY_ONE)) {
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

        private void requireReached(Map<String, Refusal> refused) {
            untouchable.forEach((id, state) -> assertThat(
                            simulator.findUser(id).orElseThrow().state().toString())
                    .isEqualTo(state));
            byLogin.forEach((login, json) -> {
                if (!refused.containsKey(login)) {
                    requireAsWanted(login, json);
                }
            });
            for (SimulatedUser user : simulator.users()) {
                boolean named = wanted.stream().anyMatch(json -> key(json).equals(user.login()));
                if (!named && !untouchable.containsKey(user.id())) {
                    requireClosed(user, refused);
                }
            }
        }

        private void requireAsWanted(String login, ObjectNode json) {
            SimulatedUser user = simulator.findUser(login).orElse(null);
            String status = json.path("status").asText("");
            if (user == null) {
                assertThat(status).isEqualTo("DEPROVISIONED");
                return;
            }
            if (untouchable.containsKey(user.id())) {
                return;
            }
            String now = user.status().name();
            switch (status) {
                case "ACTIVE" -> assertThat(now).isIn("ACTIVE", "PROVISIONED", "RECOVERY", "PASSWORD_EXPIRED");
                case "" ->
                    assertThat(now)
                            .isEqualTo(before.getOrDefault(user.id(), UserStatus.STAGED)
                                    .name());
                default -> assertThat(now).isEqualTo(status);
            }
            if (!now.equals("DEPROVISIONED")) {
                boolean cleared = absent == AbsentAttributes.clear;
                if (cleared || json.path("profile").has("city")) {
                    Object city = user.profile("city");
                    assertThat(city == null ? "" : city)
                            .isEqualTo(
                                    json.path("profile").path("city").asText("").strip());
                }
            }
        }

        private void requireClosed(SimulatedUser user, Map<String, Refusal> refused) {
            UserStatus was = before.get(user.id());
            UserStatus is = user.status();
            switch (onMissing) {
                case ignore -> assertThat(is).isEqualTo(was);
                case deactivate -> assertThat(is).isEqualTo(UserStatus.DEPROVISIONED);
                case suspend -> {
                    if (refused.containsKey(user.login())) {
                        assertThat(is).isEqualTo(was);
                    } else {
                        assertThat(is).isIn(UserStatus.SUSPENDED, UserStatus.DEPROVISIONED);
                    }
                }
            }
        }

        private String line(Map<String, Object> request) {
            return request.get("method") + " " + request.get("path") + " "
                    + request.getOrDefault("headers", Map.of()) + " "
                    + JSON.valueToTree(request.get("body"));
        }

        private String key(ObjectNode json) {
            return Attribute.loginKey(json.path("login").asText());
        }
    }
}
