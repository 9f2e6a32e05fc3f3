/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser.WantedStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A random org, and a random directory whose owner is "hr". */
final class RandomDirectory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CITIES = List.of("Oslo", " Oslo ", "Bergen", "oslo", "");

    /** The records of the directory, some of them twice. */
    final List<ObjectNode> wanted = new ArrayList<>();
    /** Those that stand there once, by their logins. */
    final Map<String, ObjectNode> byLogin = new HashMap<>();
    /** The users no run may change, as they were, by their ids. */
    final Map<String, String> untouchable = new LinkedHashMap<>();
    /** The statuses that the users had, by their ids. */
    final Map<String, UserStatus> before = new HashMap<>();

    private final Random random;
    private final OktaSimulator simulator;

    /** Fills the org as well. */
    RandomDirectory(Random random, OktaSimulator simulator) {
        this.random = random;
        this.simulator = simulator;
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
            boolean administrator = random.nextInt(6) == 0;
            SimulatedUser user = simulator
                    .user(login)
                    .roles(administrator ? new String[] {"HELP_DESK_ADMIN"} : new String[0])
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
                        .ifPresent(
                                user -> untouchable.put(user.id(), user.state().toString()));
            }
        }
        Collections.shuffle(wanted, random);
    }
}
