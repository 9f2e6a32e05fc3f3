/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A user as Okta shows it.
 *
 * @param status null where it is none of the eight
 * @param transitioningTo the status that Okta is bringing the user to; null where there is none
 * @param inTransition whether Okta still works on a change of the status
 * @param created null where it is not known
 * @param statusChanged null where the status never changed
 * @param etag the version of the profile; null where it is not known, as in lists
 */
public record CurrentUser(
        String id,
        String login,
        UserStatus status,
        UserStatus transitioningTo,
        boolean inTransition,
        Instant created,
        Instant statusChanged,
        ObjectNode profile,
        String etag) {

    /** Null if this is no user. */
    public static CurrentUser of(JsonNode json, String etag) {
        String id = json.path("id").textValue();
        String login = json.path("profile").path("login").textValue();
        if (id == null || login == null || !json.path("status").isTextual()) {
            return null;
        }
        return new CurrentUser(
                id,
                login,
                status(json, "status"),
                status(json, "transitioningToStatus"),
                json.hasNonNull("transitioningToStatus"),
                time(json, "created"),
                time(json, "statusChanged"),
                (ObjectNode) json.get("profile"),
                etag);
    }

    /** What {@link #of} reads. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("status", status == null ? "" : status.name());
        if (inTransition) {
            json.put("transitioningToStatus", transitioningTo == null ? "" : transitioningTo.name());
        }
        json.put("created", text(created)).put("statusChanged", text(statusChanged));
        return json.set("profile", profile);
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Instant time(JsonNode json, String name) {
        try {
            return json.hasNonNull(name) ? Instant.parse(json.get(name).asText()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static UserStatus status(JsonNode json, String name) {
        return UserStatus.named(json.path(name).asText()).orElse(null);
    }

    /** Without the login and the profile, for logs. */
    @Override
    public String toString() {
        return "CurrentUser[" + id + " " + status + "]";
    }

    /** The eight statuses that Okta shows. */
    public enum UserStatus {
        STAGED,
        PROVISIONED,
        ACTIVE,
        RECOVERY,
        PASSWORD_EXPIRED,
        LOCKED_OUT,
        SUSPENDED,
        DEPROVISIONED;

        static Optional<UserStatus> named(String name) {
            return Arrays.stream(values())
                    .filter(status -> status.name().equals(name))
                    .findFirst();
        }
    }
}
