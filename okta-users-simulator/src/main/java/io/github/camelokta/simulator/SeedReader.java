/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Fills an org from JSON; docs/testing.adoc has the format. A field that it does not know is refused. */
final class SeedReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> TOP = Set.of("groups", "apps", "attributes", "linkedObjects", "users");
    private static final Set<String> USER = Set.of(
            "login",
            "status",
            "profile",
            "created",
            "lastUpdated",
            "lastLogin",
            "password",
            "recovery",
            "federated",
            "groups",
            "apps",
            "identityProviders",
            "roles",
            "factors",
            "grants",
            "refreshTokens",
            "sessions",
            "linked");

    private final OktaOrg org;
    private final Function<String, UserBuilder> users;

    /** Fills {@code org}; {@code users} begins a user with a login. */
    public SeedReader(OktaOrg org, Function<String, UserBuilder> users) {
        this.org = org;
        this.users = users;
    }

    /**
     * Reads the whole seed.
     *
     * @throws IllegalArgumentException when it is no JSON or says something that this format does not know
     */
    public void read(byte[] json) {
        JsonNode seed;
        try {
            seed = JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("The seed is no JSON: " + e.getMessage(), e);
        }
        requireKnown(seed, TOP, "the seed");
        seed.path("groups").forEach(group -> org.groups().add(group.asText(), group.asText()));
        seed.path("apps").forEach(app -> org.apps()
                .add(
                        app.path("name").asText(),
                        app.path("label").asText(app.path("name").asText())));
        seed.path("attributes").forEach(name -> org.schema().define(name.asText()));
        seed.path("linkedObjects").forEach(link -> org.links()
                .define(link.path("primary").asText(), link.path("associated").asText()));
        seed.path("users").forEach(this::user);
    }

    private void user(JsonNode json) {
        String login = json.path("login").asText("");
        if (login.isEmpty()) {
            throw new IllegalArgumentException("A user of the seed has no login: " + json);
        }
        requireKnown(json, USER, login);
        UserBuilder user = users.apply(login);
        text(json, "status", status -> user.status(UserStatus.valueOf(status)));
        fields(json.path("profile"), (name, value) -> user.profile(name, JSON.convertValue(value, Object.class)));
        text(json, "created", time -> user.created(Instant.parse(time)));
        text(json, "lastUpdated", time -> user.lastUpdated(Instant.parse(time)));
        text(json, "lastLogin", time -> user.lastLogin(Instant.parse(time)));
        text(json, "password", user::password);
        if (json.has("recovery")) {
            JsonNode recovery = json.get("recovery");
            user.recovery(
                    recovery.path("question").asText(), recovery.path("answer").asText());
        }
        if (json.path("federated").asBoolean(false)) {
            user.federated();
        }
        json.path("groups").forEach(name -> user.groups(name.asText()));
        json.path("apps").forEach(name -> user.apps(name.asText()));
        json.path("identityProviders").forEach(name -> user.identityProviders(name.asText()));
        json.path("roles").forEach(name -> user.roles(name.asText()));
        json.path("factors").forEach(type -> user.factors(type.asText()));
        json.path("grants")
                .forEach(grant -> user.grant(
                        grant.path("client").asText(), grant.path("scope").asText()));
        json.path("refreshTokens").forEach(client -> user.refreshToken(client.asText()));
        for (int i = 0; i < json.path("sessions").asInt(0); i++) {
            user.session();
        }
        fields(json.path("linked"), (relation, primary) -> user.linked(relation, primary.asText()));
        user.add();
    }

    private static void text(JsonNode json, String name, Consumer<String> set) {
        if (json.hasNonNull(name)) {
            set.accept(json.get(name).asText());
        }
    }

    private static void fields(JsonNode json, BiConsumer<String, JsonNode> each) {
        json.properties().forEach(field -> each.accept(field.getKey(), field.getValue()));
    }

    private static void requireKnown(JsonNode json, Set<String> known, String where) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "' in " + where);
            }
        }
    }
}
