/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The state of a simulated org. One lock, the org itself, guards all of it: an HTTP request holds it from its first read
 * to its last write, so every request sees and leaves a whole state.
 */
public final class OktaOrg {
    private final Clock clock;
    private final IdSequence ids = new IdSequence(new Random(51));
    private final UserStore users = new UserStore();
    private final SearchIndex index;
    private final Map<String, Belongings> belongings = new HashMap<>();
    private final ProfileSchema schema = new ProfileSchema();
    private final LinkedObjects links = new LinkedObjects();
    private final Catalog groups;
    private final Catalog apps;
    private final Catalog identityProviders;

    /** An empty org whose index is behind by {@code indexLag}. */
    public OktaOrg(Clock clock, Duration indexLag) {
        this.clock = clock;
        this.index = new SearchIndex(clock, indexLag);
        this.groups = new Catalog("UserGroup", "00g", ids, clock);
        this.apps = new Catalog("AppInstance", "0oa", ids, clock);
        this.identityProviders = new Catalog("IdentityProvider", "0oi", ids, clock);
        links.define("manager", "subordinate");
    }

    /** The org's clock. */
    public Clock clock() {
        return clock;
    }

    /** Now, in whole seconds since the epoch, as Okta's timestamps have it. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    /** The source of ids and one-time tokens. */
    public IdSequence ids() {
        return ids;
    }

    /** The attributes that profiles may have. */
    public ProfileSchema schema() {
        return schema;
    }

    /** The relations between users; {@code manager}/{@code subordinate} is defined from the start. */
    public LinkedObjects links() {
        return links;
    }

    /** The groups. */
    public Catalog groups() {
        return groups;
    }

    /** The app instances. */
    public Catalog apps() {
        return apps;
    }

    /** The identity providers. */
    public Catalog identityProviders() {
        return identityProviders;
    }

    /** The user with this id. */
    public synchronized Optional<UserState> byId(String id) {
        return users.byId(id);
    }

    /** The user with this id, login or unambiguous short name. */
    public synchronized Optional<UserState> find(String idOrLogin) {
        return users.byId(idOrLogin).or(() -> users.byLogin(idOrLogin)).or(() -> users.byShortName(idOrLogin));
    }

    /** Stores a user, new or changed; the login must be free. */
    public synchronized UserState put(UserState user) {
        users.byLogin(user.login())
                .filter(other -> !other.id().equals(user.id()))
                .ifPresent(other -> {
                    throw OktaRefusal.invalid(
                            "login", "login: An object with this field already exists in the current organization");
                });
        users.put(user);
        index.write(user.id(), user);
        return user;
    }

    /** Changes the user with this id. */
    public synchronized UserState change(String id, UnaryOperator<UserState> change) {
        return put(change.apply(users.byId(id).orElseThrow(() -> OktaRefusal.notFound(id, "User"))));
    }

    /** Erases a user with everything that hangs on it. */
    public synchronized void erase(String id) {
        users.remove(id);
        index.write(id, null);
        belongings.remove(id);
        links.forget(id);
    }

    /** What hangs on the user; the caller holds the org's lock while using it. */
    public synchronized Belongings belongings(String id) {
        return belongings.computeIfAbsent(id, key -> new Belongings());
    }

    /** The current users by id; the caller holds the org's lock while reading. */
    public NavigableMap<String, UserState> users() {
        return users.all();
    }

    /** The users as the search index shows them; the caller holds the org's lock while reading. */
    public NavigableMap<String, UserState> indexed() {
        return index.view();
    }

    /** Grows whenever {@link #indexed()} changes. */
    public synchronized long indexVersion() {
        index.view();
        return index.version();
    }

    /** Sets how far the index is behind from now on. */
    public synchronized void indexLag(Duration lag) {
        index.lag(lag);
    }

    /** Takes an attribute of the org's own from the schema and from every profile; {@code lastUpdated} stays, as recorded. */
    public synchronized void removeAttribute(String name) {
        schema.undefine(name);
        for (UserState user : List.copyOf(users.all().values())) {
            if (user.profile().get(name) != null) {
                put(user.withProfile(user.profile().without(name), now()).withTimes(user.times()));
            }
        }
    }

    /** How many users there are. */
    public synchronized int size() {
        return users.all().size();
    }

    /** A copy of all users, oldest first. */
    public synchronized Collection<UserState> snapshot() {
        return List.copyOf(users.all().values());
    }

    /** Empties the org. */
    public synchronized void clear() {
        users.clear();
        index.clear();
        belongings.clear();
        schema.clear();
        links.clear();
        links.define("manager", "subordinate");
        groups.clear();
        apps.clear();
        identityProviders.clear();
    }
}
