/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.org.Credentials;
import io.github.camelokta.simulator.org.Profile;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes users. A password shows as {@code {}}, a recovery answer not at all. */
final class UserJson {
    private static final List<String> SHOWN_EVEN_IF_NULL = List.of("mobilePhone", "secondEmail");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * STAGED, PROVISIONED, ACTIVE, PASSWORD_EXPIRED and DEPROVISIONED as recorded from real orgs (where a staged user has no
     * {@code deactivate} link although the operation works); the other three are a choice: what the state machine allows.
     */
    private static final Map<UserStatus, List<String>> LINKS = Map.of(
            UserStatus.STAGED, List.of("activate", "resetFactors"),
            UserStatus.PROVISIONED, List.of("deactivate", "reactivate", "resetFactors", "resetPassword", "suspend"),
            UserStatus.ACTIVE,
                    List.of(
                            "deactivate",
                            "suspend",
                            "expirePassword",
                            "forgotPassword",
                            "resetPassword",
                            "resetFactors",
                            "changePassword",
                            "changeRecoveryQuestion"),
            UserStatus.DEPROVISIONED, List.of("activate", "delete", "resetFactors"),
            UserStatus.SUSPENDED, List.of("unsuspend", "deactivate", "resetFactors"),
            UserStatus.LOCKED_OUT, List.of("unlock", "deactivate", "resetPassword", "resetFactors"),
            UserStatus.RECOVERY, List.of("deactivate", "reactivate", "resetPassword", "resetFactors", "changePassword"),
            UserStatus.PASSWORD_EXPIRED,
                    List.of(
                            "deactivate",
                            "suspend",
                            "expirePassword",
                            "forgotPassword",
                            "resetPassword",
                            "resetFactors",
                            "changePassword",
                            "changeRecoveryQuestion"));

    private static final Map<String, String> LINK_PATHS = Map.of(
            "expirePassword", "/lifecycle/expire_password",
            "resetPassword", "/lifecycle/reset_password",
            "resetFactors", "/lifecycle/reset_factors",
            "forgotPassword", "/credentials/forgot_password",
            "changePassword", "/credentials/change_password",
            "changeRecoveryQuestion", "/credentials/change_recovery_question",
            "delete", "");

    private final Call call;
    private final OmittedParts omitted;

    UserJson(Call call) {
        this.call = call;
        this.omitted = OmittedParts.of(call.request().header("content-type"));
    }

    /** With the links to what is permitted. */
    ObjectNode full(UserState user) {
        ObjectNode json = body(user);
        ObjectNode links = json.putObject("_links");
        links.putObject("schema")
                .put(
                        "href",
                        call.api() + "/meta/schemas/user/osc" + user.typeId().substring(3));
        links.putObject("type").put("href", call.api() + "/meta/types/user/" + user.typeId());
        self(links, user, call.api());
        if (!omitted.credentialsLinks()) {
            operations(links, user, call.api());
        }
        return json;
    }

    /** As a member of a list, which has a {@code self} link only. */
    ObjectNode listed(UserState user) {
        ObjectNode json = body(user);
        self(json.putObject("_links"), user, call.api());
        return json;
    }

    /** Credentials as answers show them. */
    static ObjectNode credentials(Credentials credentials) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (credentials.password() != null) {
            json.putObject("password");
        }
        if (credentials.question() != null) {
            json.putObject("recovery_question").put("question", credentials.question());
        }
        json.putObject("provider").put("type", credentials.providerType()).put("name", credentials.providerName());
        return json;
    }

    /** The weak ETag: it follows the profile and the type, and nothing else (measured on 578 recorded reads). */
    static String etag(UserState user) {
        byte[] content = (user.typeId() + new TreeMap<>(user.profile().asMap())).getBytes(StandardCharsets.UTF_8);
        return "W/\"" + UUID.nameUUIDFromBytes(content).toString().replace("-", "") + "\"";
    }

    private ObjectNode body(UserState user) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", user.id());
        json.put("status", user.status().name());
        if (user.transitioningTo() != null && !omitted.transitioningToStatus()) {
            json.put("transitioningToStatus", user.transitioningTo().name());
        }
        json.put("created", Timestamps.ofSeconds(user.times().created()));
        json.put("activated", Timestamps.ofSeconds(user.times().activated()));
        json.put("statusChanged", Timestamps.ofSeconds(user.times().statusChanged()));
        json.put("lastLogin", Timestamps.ofSeconds(user.times().lastLogin()));
        json.put("lastUpdated", Timestamps.ofSeconds(user.times().lastUpdated()));
        json.put("passwordChanged", Timestamps.ofSeconds(user.times().passwordChanged()));
        json.putObject("type").put("id", user.typeId());
        if (user.realmId() != null) {
            json.put("realmId", user.realmId());
        }
        json.set("profile", profile(user.profile()));
        if (!omitted.credentials()) {
            json.set("credentials", credentials(user.credentials()));
        }
        return json;
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        profile.forEach((name, value) -> {
            if (value instanceof String text) {
                json.put(name, text);
            } else {
                json.set(name, JSON.valueToTree(value));
            }
        });
        for (String name : SHOWN_EVEN_IF_NULL) {
            if (profile.get(name) == null) {
                json.putNull(name);
            }
        }
        return json;
    }

    private static void self(ObjectNode links, UserState user, String api) {
        links.putObject("self").put("href", api + "/users/" + user.id());
    }

    private static void operations(ObjectNode links, UserState user, String api) {
        for (String name : LINKS.get(user.status())) {
            String path = LINK_PATHS.getOrDefault(name, "/lifecycle/" + name);
            links.putObject(name)
                    .put("href", api + "/users/" + user.id() + path)
                    .put("method", name.equals("delete") ? "DELETE" : "POST");
        }
    }

    /** What a reader asked to leave out: {@code Content-Type: application/json; okta-response="omitCredentials,..."}. */
    private record OmittedParts(boolean credentials, boolean credentialsLinks, boolean transitioningToStatus) {
        private static final Pattern PARAMETER = Pattern.compile("okta-response\\s*=\\s*\"?([^\";]*)");

        static OmittedParts of(String contentType) {
            Matcher matcher = PARAMETER.matcher(contentType == null ? "" : contentType);
            String asked = matcher.find() ? "," + matcher.group(1).replace(" ", "") + "," : "";
            return new OmittedParts(
                    asked.contains(",omitCredentials,"),
                    asked.contains(",omitCredentialsLinks,"),
                    asked.contains(",omitTransitioningToStatus,"));
        }
    }
}
