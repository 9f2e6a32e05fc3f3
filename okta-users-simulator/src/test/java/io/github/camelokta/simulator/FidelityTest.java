/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.http.Router;
import io.github.camelokta.simulator.http.UrlDecoder;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.oauth.ServiceApps;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How far the simulated org is like Okta. Every operation is called in every status of a user, and with what is refused; each answer
 * has a label in {@code fidelity.csv}, and docs/fidelity.adoc is written of them.
 */
class FidelityTest {
    private static final Path PAGE = Path.of("..", "docs", "fidelity.adoc");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "any";
    private static final String PROFILE =
            "'profile':{'login':'ann@example.com','email':'ann@example.com','firstName':'A','lastName':'B'}";
    private static final String RECOVERY = "'recovery_question':{'question':'Why?','answer':'Because'}";

    /** What the labels are, from the strongest on. */
    private enum Label {
        recorded,
        documented,
        assumed
    }

    /** Operation, answer, and the status of the user or {@link #ANY}. */
    private record Behaviour(String operation, String answer, String status) implements Comparable<Behaviour> {
        @Override
        public int compareTo(Behaviour other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return operation + "|" + answer + "|" + status;
        }
    }

    private record Source(Label label, String text) {}

    private final Set<Behaviour> seen = new TreeSet<>();

    @Test
    void every_behaviour_has_a_label_and_the_page_shows_it() throws IOException {
        Map<Behaviour, Source> labels = labels();

        exercise();

        assertThat(new TreeSet<>(labels.keySet()))
                .as(
                        "the behaviours of fidelity.csv, and those that the simulator has: label what is new, remove what is gone")
                .isEqualTo(seen);
        String page = page(labels);
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("run the regenerate command of CONTRIBUTING.md and commit %s", PAGE)
                .hasContent(page);
    }

    // The behaviours.

    private void exercise() {
        String lifecycle = "/api/v1/users/{ann}/lifecycle/";
        String credentials = "/api/v1/users/{ann}/credentials/";
        for (UserStatus status : UserStatus.values()) {
            for (String name : List.of(
                    "activate?sendEmail=false",
                    "reactivate",
                    "deactivate",
                    "suspend",
                    "unsuspend",
                    "unlock",
                    "expire_password",
                    "expire_password_with_temp_password",
                    "reset_password?sendEmail=false",
                    "reset_factors")) {
                call(status, "POST", lifecycle + name, null);
            }
            call(
                    status,
                    "POST",
                    credentials + "change_password",
                    "{'oldPassword':{'value':'Old-pass-1'},'newPassword':{'value':'New-pass-1'}}");
            call(
                    status,
                    "POST",
                    credentials + "change_recovery_question",
                    "{'password':{'value':'Old-pass-1'}," + RECOVERY + "}");
            call(status, "POST", credentials + "forgot_password?sendEmail=false", null);
            call(
                    status,
                    "POST",
                    credentials + "forgot_password_recovery_question",
                    "{'password':{'value':'New-pass-1'},'recovery_question':{'answer':'Rex the dog'}}");
            for (String method : List.of("GET", "DELETE")) {
                call(status, method, "/api/v1/users/{ann}", null);
            }
            for (String method : List.of("PUT", "POST")) {
                call(status, method, "/api/v1/users/{ann}", "{" + PROFILE + "}");
            }
        }
        refusals(lifecycle, credentials);
        belongings();
    }

    private void refusals(String lifecycle, String credentials) {
        call("POST", lifecycle + "reset_password", null);
        call(
                "POST",
                credentials + "change_password",
                "{'oldPassword':{'value':'x'},'newPassword':{'value':'New-pass-1'}}");
        call(
                "POST",
                credentials + "change_password",
                "{'oldPassword':{'value':'Old-pass-1'},'newPassword':{'value':'short'}}");
        call("POST", credentials + "change_recovery_question", "{'password':{'value':'x'}," + RECOVERY + "}");
        call(
                "POST",
                credentials + "forgot_password_recovery_question",
                "{'password':{'value':'New-pass-1'},'recovery_question':{'answer':'Fido'}}");
        String one = "/api/v1/users/{ann}";
        call("GET", "/api/v1/users/00uNobody", null);
        call("PUT", one, "{'profile':{'login':'ann@example.com'}}");
        call("POST", one, "{'profile':{'colour':'red'}}");
        call("POST", one, "{'profile':{'city':'Oslo'}}", "if-match", "W/\"old\"");
        call("POST", "/api/v1/users/{moving}", "{'profile':{'city':'Oslo'}}");
        call("DELETE", "/api/v1/users/00uNobody", null);
        String users = "/api/v1/users";
        String other = PROFILE.replace("ann@", "new@");
        call("GET", users, null);
        call("GET", users + "?q=a", null);
        call("GET", users + "?search=status+eq+%22ACTIVE%22&sortBy=lastUpdated", null);
        call("GET", users + "?search=status+ne+%22ACTIVE%22", null);
        call("GET", users + "?search=status+pr&filter=status+eq+%22ACTIVE%22", null);
        call("GET", users + "?limit=none", null);
        call("POST", users, "{" + other + "}");
        call("POST", users, "{" + PROFILE + "}");
        call("POST", users + "?activate=false&nextLogin=changePassword", "{" + other + "}");
        call("POST", users + "?nextLogin=changePassword", "{" + other + "}");
        call("POST", users, "{" + other + ",'groupIds':[" + "'{group}',".repeat(20) + "'{group}']}");
        call("POST", users, "{" + other + ",'groupIds':['00gNone']}");
        call("POST", users, "no JSON");
        call("PATCH", users, null);
        call("GET", "/api/v1/nothing", null);
        call("POST", users, "{}", "content-type", "text/plain");
        call("POST", users, "{}", "content-type", null);
        call("POST", users, "{}", "content-length", null);
        call("GET", users, null, "authorization", "SSWS wrong");
        limited();
    }

    private void belongings() {
        String ann = "/api/v1/users/{ann}";
        String roles = ann + "/roles";
        String apps = roles + "/{appAdmin}/targets/catalog/apps";
        String groups = roles + "/{helpDesk}/targets/groups";
        call("GET", roles, null);
        call("POST", roles, "{'type':'SUPER_ADMIN'}");
        call("POST", roles, "{'type':'APP_ADMIN'}");
        call("POST", roles, "{'type':'KING'}");
        call("POST", roles, "{'type':'CUSTOM','role':'cr0One','resource-set':'iamOne'}");
        call("POST", roles, "{'type':'CUSTOM','role':'cr0Two','resource-set':'iamTwo'}");
        call("GET", roles + "/{appAdmin}", null);
        call("GET", roles + "/none", null);
        call("DELETE", roles + "/{appAdmin}", null);
        call("DELETE", roles + "/none", null);
        call("GET", apps, null);
        call("GET", roles + "/{helpDesk}/targets/catalog/apps", null);
        call("PUT", apps, null);
        call("PUT", apps + "/slack", null);
        call("PUT", apps + "/salesforce/{app}", null);
        call("PUT", apps + "/salesforce/0oaNone", null);
        call("DELETE", apps + "/github", null);
        call("DELETE", apps + "/slack", null);
        call("DELETE", apps + "/salesforce/{app}", null);
        call("DELETE", apps + "/salesforce/0oaNone", null);
        call("DELETE", roles + "/{oneTarget}/targets/groups/{group}", null);
        call("GET", groups, null);
        call("GET", roles + "/{appAdmin}/targets/groups", null);
        call("PUT", groups + "/{group}", null);
        call("PUT", groups + "/00gNone", null);
        call("DELETE", groups + "/{group}", null);
        call("DELETE", groups + "/00gNone", null);
        call("DELETE", ann + "/sessions", null);
        call("GET", ann + "/grants", null);
        call("GET", ann + "/grants/{grant}", null);
        call("GET", ann + "/grants/none", null);
        call("DELETE", ann + "/grants/{grant}", null);
        call("DELETE", ann + "/grants/none", null);
        call("DELETE", ann + "/grants", null);
        call("GET", ann + "/clients", null);
        String client = ann + "/clients/0oaPortal";
        call("GET", client + "/grants", null);
        call("DELETE", client + "/grants", null);
        call("GET", client + "/tokens", null);
        call("GET", client + "/tokens/{token}", null);
        call("GET", client + "/tokens/none", null);
        call("DELETE", client + "/tokens/{token}", null);
        call("DELETE", client + "/tokens/none", null);
        call("DELETE", client + "/tokens", null);
        call("GET", ann + "/linkedObjects/manager", null);
        call("GET", ann + "/linkedObjects/owner", null);
        call("PUT", ann + "/linkedObjects/manager/{moving}", null);
        call("PUT", ann + "/linkedObjects/manager/{ann}", null);
        call("DELETE", ann + "/linkedObjects/manager", null);
        call("GET", ann + "/appLinks", null);
        call("GET", ann + "/groups", null);
        call("GET", ann + "/idps", null);
        for (String group : List.of("{group}", OktaOrg.EVERYONE_ID, "00gNone")) {
            call("PUT", "/api/v1/groups/" + group + "/users/{ann}", null);
            call("DELETE", "/api/v1/groups/" + group + "/users/{ann}", null);
        }
    }

    private void call(String method, String path, String body, String... headers) {
        observe(ANY, UserStatus.ACTIVE, 1_000, method, path, body, headers);
    }

    private void call(UserStatus status, String method, String path, String body) {
        observe(status.name(), status, 1_000, method, path, body);
    }

    private void limited() {
        observe(ANY, UserStatus.ACTIVE, 0, "GET", "/api/v1/users", null);
    }

    private void observe(
            String shown, UserStatus status, int limit, String method, String path, String body, String... headers) {
        OktaOrg org = new OktaOrg(Clock.systemUTC(), Duration.ZERO);
        RateLimits limits = new RateLimits(org.clock());
        limits.limit(RateLimits.USERS, limit);
        UsersApi api = new UsersApi(org, limits, Set.of("SSWS t"), new ServiceApps(org.clock(), org.ids()));
        Map<String, String> names = fill(org, status);
        Map<String, String> sent = new LinkedHashMap<>(
                Map.of("authorization", "SSWS t", "content-type", "application/json", "content-length", "1"));
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] == null) {
                sent.remove(headers[i]);
            } else {
                sent.put(headers[i], headers[i + 1]);
            }
        }
        String[] target = filled(path, names).split("\\?", 2);
        byte[] bytes = body == null
                ? new byte[0]
                : filled(body, names).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Reply reply = api.answer(
                new OrgRequest(
                        method,
                        target[0],
                        target.length > 1 ? UrlDecoder.query(target[1]) : Map.of(),
                        sent,
                        bytes,
                        "https://acme.okta.com"),
                Optional.empty());
        Route route = new Router(UsersApi.routes(org)).match(method, target[0]).route();
        String operation =
                common(reply) || route.segments().isEmpty() ? "every operation" : method + " " + route.path();
        seen.add(new Behaviour(operation, answer(reply), shown));
    }

    /** Answers that do not depend on the operation. */
    private static boolean common(Reply reply) {
        return Set.of(401, 411, 429).contains(reply.status())
                || Set.of("400 E0000018", "400 E0000019", "400 E0000003").contains(answer(reply));
    }

    private static String answer(Reply reply) {
        try {
            String code = reply.bytes().length == 0
                    ? ""
                    : JSON.readTree(reply.bytes()).path("errorCode").asText("");
            return (reply.status() + " " + code).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> fill(OktaOrg org, UserStatus status) {
        Map<String, String> names = new TreeMap<>();
        SimulatedUser ann = new UserBuilder(org, "ann@example.com")
                .status(status)
                .password("Old-pass-1")
                .recovery("First pet?", "Rex the dog")
                .roles("APP_ADMIN", "HELP_DESK_ADMIN", "USER_ADMIN")
                .customRole("cr0One", "iamOne")
                .groups("Staff")
                .apps("salesforce")
                .identityProviders("Corporate")
                .grant("0oaPortal", "openid")
                .refreshToken("0oaPortal")
                .add();
        SimulatedUser moving = new UserBuilder(org, "moving@example.com")
                .status(UserStatus.STAGED)
                .transitioningTo(UserStatus.ACTIVE)
                .add();
        String group = org.groups().named("Staff").id();
        String app = org.apps().named("salesforce").id();
        ann.roles().get(0).appTargets().addAll(List.of("github", "salesforce/" + app));
        ann.roles()
                .get(1)
                .groupTargets()
                .addAll(List.of(group, org.groups().named("Others").id()));
        ann.roles().get(2).groupTargets().add(group);
        names.put("{ann}", ann.id());
        names.put("{moving}", moving.id());
        names.put("{group}", group);
        names.put("{app}", app);
        names.put("{appAdmin}", ann.roles().get(0).id());
        names.put("{helpDesk}", ann.roles().get(1).id());
        names.put("{oneTarget}", ann.roles().get(2).id());
        names.put("{grant}", ann.grants().get(0).id());
        names.put("{token}", ann.refreshTokens().get(0).id());
        return names;
    }

    private static String filled(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    // The labels.

    /** {@code operation|answer|statuses|label|source}; statuses by blanks. */
    private static Map<Behaviour, Source> labels() throws IOException {
        Map<Behaviour, Source> labels = new LinkedHashMap<>();
        Path csv = Path.of("src", "test", "resources", "fidelity.csv");
        for (String line : Files.readAllLines(csv)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\\|", -1);
            for (String status : cells[2].split(" ")) {
                Source before = labels.put(
                        new Behaviour(cells[0], cells[1], status), new Source(Label.valueOf(cells[3]), cells[4]));
                assertThat(before).as("labelled twice: %s", line).isNull();
            }
            assertThat(cells[4].isEmpty() && !cells[3].equals("assumed"))
                    .as("no source: %s", line)
                    .isFalse();
        }
        return labels;
    }

    // The page.

    private static String page(Map<Behaviour, Source> labels) {
        StringBuilder page = new StringBuilder("""
                = How far the simulated org is like Okta
                :toc: right

                // Written by FidelityTest of okta-users-simulator from its fidelity.csv; do not edit.

                A test proves what the simulated org has in common with the real one. Each behaviour here was observed in the simulator by the build, and has
                one of three labels: _recorded_, as real orgs answered in public recordings of Okta's Terraform provider, Okta's Python SDK and Shopify's oktakit;
                _documented_, as Okta's API description and developer documentation say; _assumed_, where both are silent. A behaviour without a label
                fails the build. What is not simulated at all stands in link:../okta-users-simulator/README.md#what-is-not[the simulator's own page].

                """);
        page.append("[cols=\"2,1,1\",options=\"header\"]\n|===\n|label |behaviours |share\n");
        Map<Label, Long> counts = count(labels.values());
        counts.forEach((label, count) -> page.append("|")
                .append(label)
                .append(" |")
                .append(count)
                .append(" |")
                .append(Math.round(100.0 * count / labels.size()))
                .append(" %\n"));
        page.append("|all |").append(labels.size()).append(" |100 %\n|===\n\n");
        page.append("A behaviour is an operation, its answer, and the status of the user where that matters.\n\n");
        page.append("[cols=\"4,2,3,2,4\",options=\"header\"]\n|===\n|operation |answer |user is |label |source\n");
        rows(labels).forEach(page::append);
        return page.append("|===\n").toString();
    }

    private static Map<Label, Long> count(Collection<Source> sources) {
        Map<Label, Long> counts = new LinkedHashMap<>();
        Arrays.stream(Label.values())
                .forEach(label -> counts.put(
                        label,
                        sources.stream()
                                .filter(source -> source.label() == label)
                                .count()));
        return counts;
    }

    private static List<String> rows(Map<Behaviour, Source> labels) {
        Map<String, Set<String>> statuses = new LinkedHashMap<>();
        labels.forEach((behaviour, source) -> statuses.computeIfAbsent(
                        "|`" + behaviour.operation() + "` |" + behaviour.answer() + " |%s |" + source.label() + " |"
                                + source.text() + "\n",
                        row -> new LinkedHashSet<>())
                .add(behaviour.status()));
        List<String> rows = new ArrayList<>();
        statuses.forEach((row, of) -> rows.add(row.formatted(of.stream().collect(Collectors.joining(", ")))));
        return rows;
    }
}
