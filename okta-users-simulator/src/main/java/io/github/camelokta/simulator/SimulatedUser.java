/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.org.Belongings;
import io.github.camelokta.simulator.org.Factor;
import io.github.camelokta.simulator.org.Grant;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.RefreshToken;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.Session;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A user of the org as a test sees it: every call reads the present state, and the changes are those that somebody else
 * would make, past HTTP, rate limits and the request log.
 */
public final class SimulatedUser {
    private final OktaOrg org;
    private final String id;

    SimulatedUser(OktaOrg org, String id) {
        this.org = org;
        this.id = id;
    }

    /** The id. */
    public String id() {
        return id;
    }

    /** The login. */
    public String login() {
        return state().login();
    }

    /** The status. */
    public UserStatus status() {
        return state().status();
    }

    /** An attribute of the profile, or null. */
    public Object profile(String name) {
        return state().profile().get(name);
    }

    /** The whole profile. */
    public Map<String, Object> profile() {
        return state().profile().asMap();
    }

    /** {@code lastUpdated}, a whole second. */
    public Instant lastUpdated() {
        return Instant.ofEpochSecond(state().times().lastUpdated());
    }

    /** The password, or null. */
    public String password() {
        return state().credentials().password();
    }

    /** False once the user was erased; then everything else throws {@link IllegalStateException}. */
    public boolean exists() {
        return org.byId(id).isPresent();
    }

    /** Open sessions. */
    public List<Session> sessions() {
        return belongings(all -> List.copyOf(all.sessions()));
    }

    /** Consents in force. */
    public List<Grant> grants() {
        return belongings(all -> List.copyOf(all.grants()));
    }

    /** Refresh tokens in force. */
    public List<RefreshToken> refreshTokens() {
        return belongings(all -> List.copyOf(all.refreshTokens()));
    }

    /** Enrolled factors. */
    public List<Factor> factors() {
        return belongings(all -> List.copyOf(all.factors()));
    }

    /** Assigned roles. */
    public List<Role> roles() {
        return belongings(all -> List.copyOf(all.roles()));
    }

    /** Groups that the user is a member of: Everyone, those by hand, those by rule. */
    public List<Named> groups() {
        return org.groupsOf(state());
    }

    /** The ids of the users at the named end of a linked-object relation. */
    public List<String> linked(String relationshipName) {
        synchronized (org) {
            return org.links().linked(relationshipName, id);
        }
    }

    /** Sets an attribute, as an administrator would; null takes it away. Moves {@code lastUpdated}. */
    public SimulatedUser change(String attribute, Object value) {
        Map<String, Object> change = new HashMap<>();
        change.put(attribute, value);
        org.change(id, user -> user.withProfile(user.profile().merge(change), org.now()));
        return this;
    }

    /** Puts the user into a status, whether the state machine has a way there or not. Moves {@code lastUpdated}. */
    public SimulatedUser change(UserStatus status) {
        org.change(id, user -> user.withStatus(status, org.now()));
        return this;
    }

    /** Erases the user without a trace in any list. */
    public void erase() {
        org.erase(id);
    }

    /** The state at this moment, for what has no accessor of its own. */
    public UserState state() {
        return org.byId(id).orElseThrow(() -> new IllegalStateException("User " + id + " was erased"));
    }

    private <T> T belongings(Function<Belongings, T> read) {
        synchronized (org) {
            state();
            return read.apply(org.belongings(id));
        }
    }

    @Override
    public String toString() {
        return org.byId(id).map(user -> user.login() + " " + user.status()).orElse("erased") + " (" + id + ")";
    }
}
