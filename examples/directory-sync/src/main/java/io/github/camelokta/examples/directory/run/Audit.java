/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what a run tells against the org's state and its log of requests. Knows nothing of how users are brought there. */
final class Audit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<UserStatus> REACHED = Set.of(UserStatus.ACTIVE, UserStatus.PROVISIONED);

    private final OktaSimulator okta;
    private final Map<String, String> foreign;

    /** Remembers the users that the directory does not own, as they are now. */
    Audit(OktaSimulator okta) {
        this.okta = okta;
        this.foreign = foreign();
    }

    private Map<String, String> foreign() {
        return okta.users().stream()
                .filter(user -> !isOwned(user))
                .collect(Collectors.toMap(
                        SimulatedUser::id, user -> user.status() + " " + user.lastUpdated() + " " + user.profile()));
    }

    private static boolean isOwned(SimulatedUser user) {
        return "employee".equals(user.profile("userType")) && !user.login().startsWith("break.glass");
    }

    /** What is not as the directory says, a sentence each; empty if all is. */
    List<String> state(Collection<Person> people) {
        List<String> findings = new ArrayList<>();
        Map<String, Person> wanted = people.stream().collect(Collectors.toMap(Person::mail, person -> person));
        for (SimulatedUser user : okta.users()) {
            Person person = wanted.remove(user.login());
            if (person != null) {
                if (!REACHED.contains(user.status())
                        || !SampleOrg.profile(person).equals(set(user.profile()))) {
                    findings.add(user.id() + " is " + user.status() + " or has another profile than in the directory");
                }
            } else if (isOwned(user) && user.status() != UserStatus.DEPROVISIONED) {
                findings.add(user.id() + " is " + user.status() + " and not in the directory");
            }
        }
        if (!wanted.isEmpty()) {
            findings.add(wanted.size() + " people are not in the org");
        }
        if (!foreign.equals(foreign())) {
            findings.add("Users that the directory does not own were written to");
        }
        return findings;
    }

    /** Okta shows attributes of its own that are not set as null. */
    private static Map<String, Object> set(Map<String, Object> profile) {
        Map<String, Object> set = new HashMap<>(profile);
        set.values().removeIf(Objects::isNull);
        return set;
    }

    /** The calls in the log that changed something, in their order, by the user's login. */
    Map<String, List<String>> writes() {
        Map<String, List<String>> writes = new TreeMap<>();
        for (LoggedRequest request : okta.requests().all()) {
            if (!request.method().equals("GET")) {
                String[] path = request.path().split("/");
                boolean create = path.length == "/api/v1/users".split("/").length;
                String login = create
                        ? login(request.body())
                        : okta.findUser(path[4]).map(SimulatedUser::login).orElse(path[4]);
                String call = create ? "create" : path.length == 5 ? "partialUpdate" : path[path.length - 1];
                writes.computeIfAbsent(login, any -> new ArrayList<>()).add(call);
            }
        }
        return writes;
    }

    private static String login(String body) {
        try {
            return JSON.readTree(body).path("profile").path("login").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The calls that a run tells of, as {@link #writes()}. */
    static Map<String, List<String>> told(SyncOutcome outcome) {
        Map<String, List<String>> told = new TreeMap<>();
        outcome.results().stream()
                .filter(result -> result.refusal() == null && !result.calls().isEmpty())
                .forEach(result -> told.put(
                        result.login(),
                        result.calls().stream().map(call -> call.split(":")[0]).toList()));
        return told;
    }
}
