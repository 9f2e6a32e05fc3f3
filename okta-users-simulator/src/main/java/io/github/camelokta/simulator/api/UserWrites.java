/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.Credentials;
import io.github.camelokta.simulator.org.LifecycleOperation;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.Profile;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.simulator.org.UserTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Creating, changing and deleting users.
 *
 * <p>Choices: a PUT without {@code profile} leaves the profile as it is; setting a password from outside makes
 * PROVISIONED, RECOVERY and PASSWORD_EXPIRED users ACTIVE and leaves other statuses alone.
 */
final class UserWrites {
    private static final int MAX_GROUPS = 20;
    private static final String ONE_USER = "/api/v1/users/{userId}";

    private final OktaOrg org;

    UserWrites(OktaOrg org) {
        this.org = org;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/api/v1/users", this::create),
                Route.of(
                        "PUT",
                        ONE_USER,
                        RateLimits.WRITE_USER,
                        call -> write(call, (before, sent) -> Profile.of(sent))),
                Route.of("POST", ONE_USER, RateLimits.WRITE_USER, call -> write(call, Profile::merge)),
                Route.of("DELETE", ONE_USER, RateLimits.WRITE_USER, this::delete));
    }

    private Reply create(Call call) {
        UserInput input = new UserInput(call.body());
        boolean activate = call.flag("activate", true);
        boolean expire = call.query("nextLogin").orElse("").equals("changePassword");
        Profile profile = Profile.of(input.attributes(org.schema()));
        org.schema().requireComplete(profile);
        String password = input.password(profile.text("login"));
        if (expire && !activate) {
            throw OktaRefusal.of(ErrorCode.E0000125);
        }
        if (expire && password == null) {
            throw OktaRefusal.of(ErrorCode.E0000124);
        }
        List<String> groups = groups(call.body());
        long now = org.now();
        UserState user = new UserState(
                org.ids().next("00u"),
                type(call.body()),
                call.body().path("realmId").asText(null),
                UserStatus.STAGED,
                null,
                UserTimes.createdAt(now),
                profile,
                Credentials.NONE);
        user = user.withCredentials(input.others(user.credentials()), now);
        if (password != null) {
            user = user.withPassword(password, now);
        }
        org.requireFree(user);
        UserState staged = user;
        if (activate) {
            user = user.withStatus(LifecycleOperation.ACTIVATE.next(user), now);
        }
        user = activate ? org.putActivated(staged, user) : org.put(user);
        org.belongings(user.id()).groupIds().addAll(groups);
        if (expire) {
            user = LifecycleOperation.EXPIRE_PASSWORD.apply(org, user).orElseThrow();
        }
        return answer(call, user);
    }

    /** The id of the type that the body names, else of the default one. */
    private String type(ObjectNode body) {
        String id = body.path("type").path("id").asText(UserState.TYPE_ID);
        return org.userTypes()
                .find(id)
                .orElseThrow(() -> OktaRefusal.invalid("type", "type: The user type does not exist"))
                .id();
    }

    private List<String> groups(ObjectNode body) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : body.path("groupIds")) {
            ids.add(org.groups().get(id.asText()).id());
        }
        if (ids.size() > MAX_GROUPS) {
            throw OktaRefusal.of(ErrorCode.E0000093);
        }
        return ids;
    }

    private Reply write(Call call, BiFunction<Profile, Map<String, Object>, Profile> combine) {
        UserState user = call.user();
        // A deactivated user is found by GET and not by writes (okta-sdk-java#721).
        if (user.status() == UserStatus.DEPROVISIONED) {
            throw OktaRefusal.notFound(call.path("userId"), "User");
        }
        if (user.transitioningTo() != null) {
            throw OktaRefusal.of(ErrorCode.E0000112);
        }
        requireMatch(call.request().header("if-match"), UserJson.etag(user));
        UserInput input = new UserInput(call.body());
        long now = org.now();
        UserState changed = user;
        if (input.hasProfile()) {
            Profile profile = combine.apply(user.profile(), input.attributes(org.schema()));
            org.schema().requireComplete(profile);
            changed = changed.withProfile(profile, now);
        }
        if (call.request().method().equals("PUT") && call.body().path("type").hasNonNull("id")) {
            changed = changed.withType(type(call.body()));
        }
        if (call.body().hasNonNull("realmId")) {
            changed = changed.withRealm(call.body().get("realmId").asText());
        }
        changed = changed.withCredentials(input.others(changed.credentials()), now);
        return answer(call, org.put(withPassword(changed, input.password(changed.login()), now)));
    }

    private static UserState withPassword(UserState user, String password, long now) {
        if (password == null) {
            return user;
        }
        UserState changed = user.withPassword(password, now);
        return switch (user.status()) {
            case PROVISIONED, RECOVERY, PASSWORD_EXPIRED -> changed.withStatus(UserStatus.ACTIVE, now);
            default -> changed;
        };
    }

    private static void requireMatch(String ifMatch, String etag) {
        boolean matches = ifMatch == null
                || Arrays.stream(ifMatch.split(","))
                        .map(String::trim)
                        .anyMatch(
                                tag -> tag.equals("*") || tag.replace("W/", "").equals(etag.replace("W/", "")));
        if (!matches) {
            throw OktaRefusal.of(ErrorCode.E0000231);
        }
    }

    private Reply delete(Call call) {
        LifecycleOperation.DELETE.apply(org, call.user());
        return Reply.noContent();
    }

    private static Reply answer(Call call, UserState user) {
        return Reply.ok(new UserJson(call).full(user));
    }
}
