/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.ProfileSchema;
import io.github.camelokta.simulator.org.RoleType;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Fills an org from JSON; docs/testing.adoc has the format. A field that it does not know is refused. */
final class SeedReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> TOP =
            Set.of("groups", "groupRules", "apps", "attributes", "userTypes", "linkedObjects", "users");
    private static final Set<String> GROUP = Set.of("name", "description", "type");
    private static final Set<String> GROUP_RULE = Set.of("name", "expression", "groups");
    private static final Set<String> APP = Set.of("name", "label");
    private static final Set<String> ATTRIBUTE = Set.of("name", "type");
    private static final Set<String> LINKED_OBJECT = Set.of("primary", "associated");
    private static final Set<String> USER = Set.of(
            "login",
            "status",
            "transitioningTo",
            "type",
            "realm",
            "profile",
            "created",
            "lastUpdated",
            "lastLogin",
            "password",
            "importedPassword",
            "recovery",
            "federated",
            "groups",
            "apps",
            "identityProviders",
            "roles",
            "customRoles",
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
        each(seed, "attributes", ATTRIBUTE, (attribute, path) -> {
            String type = attribute.path("type").asText("any");
            org.schema().define(name(attribute, path), one(ProfileSchema.Type.class, type, path + ".type"));
        });
        each(seed, "userTypes", Set.of("name"), (type, path) -> org.userTypes().named(name(type, path)));
        each(seed, "groups", GROUP, this::group);
        each(seed, "groupRules", GROUP_RULE, this::groupRule);
        each(seed, "apps", APP, (app, path) -> {
            String name = name(app, path);
            org.apps().add(name, app.path("label").asText(name));
        });
        each(seed, "linkedObjects", LINKED_OBJECT, (link, path) -> org.links()
                .define(link.path("primary").asText(), link.path("associated").asText()));
        each(seed, "users", USER, this::user);
    }

    private void group(JsonNode group, String path) {
        String name = name(group, path);
        String type = group.path("type").asText(Named.OKTA_GROUP);
        if (!Set.of(Named.OKTA_GROUP, Named.APP_GROUP, Named.BUILT_IN).contains(type)) {
            throw new IllegalArgumentException(path + ".type is OKTA_GROUP, APP_GROUP or BUILT_IN");
        }
        if (!name.equals("Everyone")) { // Each org has that one already.
            org.groups().add(name, group.path("description").asText(name), type);
        }
    }

    private void groupRule(JsonNode rule, String path) {
        List<String> groups = new ArrayList<>();
        rule.path("groups")
                .forEach(name -> groups.add(org.groups().named(name.asText()).id()));
        org.addGroupRule(name(rule, path), rule.path("expression").asText(), groups);
    }

    private void user(JsonNode json, String path) {
        String login = json.path("login").asText("");
        if (login.isEmpty()) {
            throw new IllegalArgumentException(path + " has no login");
        }
        UserBuilder user = users.apply(login);
        text(json, "status", status -> user.status(one(UserStatus.class, status, path + ".status")));
        text(
                json,
                "transitioningTo",
                status -> user.transitioningTo(one(UserStatus.class, status, path + ".transitioningTo")));
        text(json, "type", user::type);
        text(json, "realm", user::realm);
        fields(json.path("profile"), (name, value) -> user.profile(name, JSON.convertValue(value, Object.class)));
        text(json, "created", time -> user.created(time(time, path + ".created")));
        text(json, "lastUpdated", time -> user.lastUpdated(time(time, path + ".lastUpdated")));
        text(json, "lastLogin", time -> user.lastLogin(time(time, path + ".lastLogin")));
        text(json, "password", user::password);
        if (json.path("importedPassword").asBoolean(false)) {
            user.importedPassword();
        }
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
        json.path("roles")
                .forEach(name -> user.roles(
                        one(RoleType.class, name.asText(), path + ".roles").name()));
        json.path("customRoles")
                .forEach(role -> user.customRole(
                        role.path("role").asText(), role.path("resourceSet").asText()));
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

    /** Calls {@code read} for each element with its path; one that is a text stands for an object with this name. */
    private static void each(JsonNode seed, String list, Set<String> known, BiConsumer<JsonNode, String> read) {
        int i = 0;
        for (JsonNode element : seed.path(list)) {
            String path = list + "[" + i++ + "]";
            JsonNode object = element.isTextual() ? JSON.createObjectNode().set("name", element) : element;
            requireKnown(object, known, path);
            read.accept(object, path);
        }
    }

    private static String name(JsonNode json, String path) {
        String name = json.path("name").asText("");
        if (name.isEmpty()) {
            throw new IllegalArgumentException(path + " has no name");
        }
        return name;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name, String path) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        path + " is '" + name + "', and not one of " + List.of(type.getEnumConstants())));
    }

    private static Instant time(String text, String path) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(path + " is no time such as 2026-01-05T09:00:00Z", e);
        }
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
                throw new IllegalArgumentException(
                        "Unknown field '" + name + "' in " + where + ", which knows " + new TreeSet<>(known));
            }
        }
    }
}
