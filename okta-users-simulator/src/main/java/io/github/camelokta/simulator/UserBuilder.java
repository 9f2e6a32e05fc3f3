/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.org.Belongings;
import io.github.camelokta.simulator.org.Credentials;
import io.github.camelokta.simulator.org.Factor;
import io.github.camelokta.simulator.org.Grant;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.Profile;
import io.github.camelokta.simulator.org.RefreshToken;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.RoleType;
import io.github.camelokta.simulator.org.Session;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.simulator.org.UserTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Describes a user to be put into the org as if it had been there all along; {@link #add()} does it.
 *
 * <p>Defaults: ACTIVE, created now, first name from the login, last name "User", no password.
 */
public final class UserBuilder {
    private final OktaOrg org;
    private final Map<String, Object> profile = new LinkedHashMap<>();
    private final List<BiConsumer<UserState, Belongings>> later = new ArrayList<>();
    private UserStatus status = UserStatus.ACTIVE;
    private UserStatus transitioningTo;
    private String typeId = UserState.TYPE_ID;
    private String realmId;
    private Credentials credentials = Credentials.NONE;
    private Instant created;
    private Instant lastUpdated;
    private Instant lastLogin;

    UserBuilder(OktaOrg org, String login) {
        this.org = org;
        int at = login.indexOf('@');
        String name = at > 0 ? login.substring(0, at) : login;
        profile.put("login", login);
        profile.put("email", login);
        profile.put(
                "firstName",
                name.substring(0, Math.min(1, name.length())).toUpperCase(Locale.ROOT)
                        + name.substring(Math.min(1, name.length())));
        profile.put("lastName", "User");
    }

    /** The status; ACTIVE by default. */
    public UserBuilder status(UserStatus value) {
        status = value;
        return this;
    }

    /** Shows {@code transitioningToStatus}, as while an asynchronous change is under way; updates are refused meanwhile. */
    public UserBuilder transitioningTo(UserStatus value) {
        transitioningTo = value;
        return this;
    }

    /** An attribute: text, number, boolean or list. A name that the schema lacks is allowed by this until the next reset. */
    public UserBuilder profile(String name, Object value) {
        org.schema().allow(name);
        profile.put(name, value);
        return this;
    }

    /** The password, not held against the policy. */
    public UserBuilder password(String value) {
        credentials = credentials.withPassword(value);
        return this;
    }

    /** Recovery question and answer. */
    public UserBuilder recovery(String question, String answer) {
        credentials = credentials.withRecovery(question, answer);
        return this;
    }

    /** Another system keeps the credentials. */
    public UserBuilder federated() {
        credentials = credentials.withProvider("FEDERATION", "FEDERATION");
        return this;
    }

    /** The user type of this name, which is made where it is missing. */
    public UserBuilder type(String name) {
        typeId = org.userTypes().named(name).id();
        return this;
    }

    /** The id of the user's realm. */
    public UserBuilder realm(String id) {
        realmId = id;
        return this;
    }

    /** A password that was imported as a hash, so that nobody can be asked for it. */
    public UserBuilder importedPassword() {
        credentials = credentials.withPassword(Credentials.IMPORTED_PASSWORD).withProvider("IMPORT", "IMPORT");
        return this;
    }

    /** When the user was created; also the default of {@link #lastUpdated}. */
    public UserBuilder created(Instant value) {
        created = value;
        return this;
    }

    /** When the user was last changed. */
    public UserBuilder lastUpdated(Instant value) {
        lastUpdated = value;
        return this;
    }

    /** When the user last signed in. */
    public UserBuilder lastLogin(Instant value) {
        lastLogin = value;
        return this;
    }

    /** Membership in groups of these names, which are made where they are missing. */
    public UserBuilder groups(String... names) {
        return later((user, all) -> {
            for (String name : names) {
                all.groupIds().add(org.groups().named(name).id());
            }
        });
    }

    /** Assigned apps of these catalog names ({@code salesforce}), which are made where they are missing. */
    public UserBuilder apps(String... names) {
        return later((user, all) -> {
            for (String name : names) {
                all.appIds().add(org.apps().named(name).id());
            }
        });
    }

    /** Links with identity providers of these names, which are made where they are missing. */
    public UserBuilder identityProviders(String... names) {
        return later((user, all) -> {
            for (String name : names) {
                all.identityProviderIds()
                        .add(org.identityProviders().named(name).id());
            }
        });
    }

    /** Standard roles such as {@code SUPER_ADMIN}. */
    public UserBuilder roles(String... types) {
        return later((user, all) -> {
            for (String type : types) {
                all.roles()
                        .add(Role.standard(
                                RoleType.valueOf(type), org.ids(), org.clock().instant()));
            }
        });
    }

    /** An APP_ADMIN limited to these catalog apps, or another role limited to groups of these names. */
    public UserBuilder role(String type, String... targets) {
        return later((user, all) -> {
            Role role =
                    Role.standard(RoleType.valueOf(type), org.ids(), org.clock().instant());
            for (String target : targets) {
                if (role.type().takesAppTargets()) {
                    role.appTargets().add(target);
                } else {
                    role.groupTargets().add(org.groups().named(target).id());
                }
            }
            all.roles().add(role);
        });
    }

    /** A custom role, by its id, on a resource set. */
    public UserBuilder customRole(String role, String resourceSet) {
        return later((user, all) -> all.roles()
                .add(Role.custom(
                        org.ids().next("irb"), role, resourceSet, org.clock().instant())));
    }

    /** Enrolled factors of these types, such as {@code push}. */
    public UserBuilder factors(String... types) {
        return later((user, all) -> {
            for (String type : types) {
                all.factors()
                        .add(new Factor(org.ids().next("ufs"), type, org.clock().instant()));
            }
        });
    }

    /** Consent that an OAuth client may use a scope. */
    public UserBuilder grant(String clientId, String scope) {
        return later((user, all) -> all.grants()
                .add(new Grant(
                        org.ids().next("oag"), clientId, scope, org.clock().instant())));
    }

    /** A refresh token held by an OAuth client. */
    public UserBuilder refreshToken(String clientId) {
        return later((user, all) -> all.refreshTokens()
                .add(new RefreshToken(
                        org.ids().next("oar"),
                        clientId,
                        List.of("openid", "offline_access"),
                        org.clock().instant())));
    }

    /** An open session; call it again for another one. */
    public UserBuilder session() {
        return later((user, all) -> all.sessions()
                .add(new Session(org.ids().next("102"), org.clock().instant())));
    }

    /** Makes {@code primary} (id or login, already in the org) this user's primary, for example its {@code manager}. */
    public UserBuilder linked(String primaryRelationship, String primary) {
        return later((user, all) -> org.links()
                .set(
                        primaryRelationship,
                        user.id(),
                        org.find(primary)
                                .orElseThrow(() -> new IllegalArgumentException("No such user: " + primary))
                                .id()));
    }

    /** Puts the user into the org. */
    public SimulatedUser add() {
        synchronized (org) {
            String login = String.valueOf(profile.get("login"));
            if (org.find(login)
                    .filter(other -> other.login().equalsIgnoreCase(login))
                    .isPresent()) {
                throw new IllegalArgumentException("There is a user " + login
                        + " already: okta.user(..) describes a new one, okta.findUser(..) finds the one that is there");
            }
            UserState user = org.put(new UserState(
                    org.ids().next("00u"),
                    typeId,
                    realmId,
                    status,
                    transitioningTo,
                    times(),
                    Profile.of(profile),
                    credentials));
            if (!later.isEmpty()) {
                Belongings all = org.belongings(user.id());
                later.forEach(step -> step.accept(user, all));
            }
            return new SimulatedUser(org, user.id());
        }
    }

    private UserTimes times() {
        long from = created == null ? org.now() : created.getEpochSecond();
        long changed = lastUpdated == null ? from : lastUpdated.getEpochSecond();
        boolean staged = status == UserStatus.STAGED;
        return new UserTimes(
                from,
                staged ? 0 : from,
                staged && credentials.password() == null ? 0 : changed,
                lastLogin == null ? 0 : lastLogin.getEpochSecond(),
                changed,
                credentials.password() == null ? 0 : from);
    }

    private UserBuilder later(BiConsumer<UserState, Belongings> step) {
        later.add(step);
        return this;
    }
}
