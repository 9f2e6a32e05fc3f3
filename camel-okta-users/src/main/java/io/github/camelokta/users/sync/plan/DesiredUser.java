/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.operation.UserId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A user as a directory wants it.
 *
 * @param id Okta's id; null where the user is known by login
 * @param login the login; null where the user is known by id and keeps the login
 * @param status null to leave an existing user's status as it is, and to create a new one STAGED
 * @param profile may be empty; holds the login if there is one
 * @param credentials only for creation; null where there are none
 */
public record DesiredUser(String id, String login, WantedStatus status, ObjectNode profile, ObjectNode credentials) {

    /** Without the login and the profile, for logs. */
    @Override
    public String toString() {
        return "DesiredUser[" + (status == null ? "any status" : status) + "]";
    }

    /** The statuses that a directory may want for a user. */
    public enum WantedStatus {
        /** Created and not yet activated. Users are created so; nobody comes back to it. */
        STAGED,
        /** Able to sign in, as far as that is not up to the person. */
        ACTIVE,
        /** Paused. */
        SUSPENDED,
        /** Closed. */
        DEPROVISIONED
    }

    /** Reads a wanted user, and refuses what it does not understand: a misspelt property must not be taken for an absent one. */
    public static final class DesiredUserReader {
        private static final Set<String> KNOWN = Set.of("id", "login", "profile", "status", "credentials");

        private final String action;

        /** @param action the name that sentences begin with */
        public DesiredUserReader(String action) {
            this.action = action;
        }

        /**
         * @throws IllegalArgumentException with a sentence that holds no value of the user's
         */
        public DesiredUser read(JsonNode json) {
            require(json.isObject(), "needs a JSON object for each user");
            for (Map.Entry<String, JsonNode> property : json.properties()) {
                require(
                        KNOWN.contains(property.getKey()),
                        "knows no property " + property.getKey()
                                + " of a wanted user: it takes id, login, profile, status and credentials");
            }
            String id = text(json, "id");
            require(id == null || UserId.isId(id), "needs 00u and 17 letters or digits as id: give a login as login");
            ObjectNode profile = object(json, "profile");
            if (profile == null) {
                profile = JsonNodeFactory.instance.objectNode();
            }
            String login = login(text(json, "login"), text(profile, "login"));
            require(id != null || login != null, "needs the id or the login of a wanted user");
            if (login != null) {
                profile = profile.deepCopy().put("login", login);
            }
            return new DesiredUser(id, login, status(text(json, "status")), profile, object(json, "credentials"));
        }

        private String login(String login, String inProfile) {
            require(
                    login == null
                            || inProfile == null
                            || AttributeRules.loginKey(login).equals(AttributeRules.loginKey(inProfile)),
                    "found two logins: give the id and the new login to rename a user");
            return login == null ? inProfile : login;
        }

        private WantedStatus status(String name) {
            if (name == null) {
                return null;
            }
            return Arrays.stream(WantedStatus.values())
                    .filter(status -> status.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> refusal(
                                    "needs STAGED, ACTIVE, SUSPENDED or DEPROVISIONED as status, or none to leave it as it is"));
        }

        private String text(JsonNode json, String name) {
            JsonNode value = json.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            require(value.isTextual() && !value.textValue().isBlank(), "needs a text that is not blank as " + name);
            return value.textValue().strip();
        }

        private ObjectNode object(JsonNode json, String name) {
            JsonNode value = json.get(name);
            require(value == null || value.isNull() || value.isObject(), "needs an object as " + name);
            return value instanceof ObjectNode object ? object : null;
        }

        private void require(boolean fine, String sentence) {
            if (!fine) {
                throw refusal(sentence);
            }
        }

        private IllegalArgumentException refusal(String sentence) {
            return new IllegalArgumentException(action + " " + sentence);
        }
    }
}
