/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The state of a simulated org. One lock, the org itself, guards all of it: an HTTP request holds it from its first read
 * to its last write, so every request sees and leaves a whole state.
 */
public final class OktaOrg {
    /** The id of the group Everyone. */
    public static final String EVERYONE_ID = "00g0000000000OktaSim";

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
    private final Catalog userTypes;
    private final List<GroupRule> groupRules = new ArrayList<>();
    private Duration transition = Duration.ZERO;

    /** An empty org whose index is behind by {@code indexLag}. */
    public OktaOrg(Clock clock, Duration indexLag) {
        this.clock = clock;
        this.index = new SearchIndex(clock, indexLag);
        this.groups = new Catalog("UserGroup", "00g", Named.OKTA_GROUP, ids, clock);
        this.apps = new Catalog("AppInstance", "0oa", "", ids, clock);
        this.identityProviders = new Catalog("IdentityProvider", "0oi", "SAML2", ids, clock);
        this.userTypes = new Catalog("UserType", "oty", "", ids, clock);
        begin();
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

    /** The user types; each org has a default one. */
    public Catalog userTypes() {
        return userTypes;
    }

    /** Adds a group rule, which holds for the users that are there and for those to come. */
    public synchronized GroupRule addGroupRule(String name, String expression, List<String> groupIds) {
        GroupRule rule = GroupRule.of(ids.next("0pr"), name, expression, groupIds);
        groupRules.add(rule);
        return rule;
    }

    /** The group rules, oldest first. */
    public synchronized List<GroupRule> groupRules() {
        return List.copyOf(groupRules);
    }

    /** The rules that hold this user in this group; none where the membership was made by hand. */
    public synchronized List<GroupRule> rulesHolding(UserState user, String groupId) {
        return groupRules.stream()
                .filter(rule -> rule.groupIds().contains(groupId) && rule.holds(user))
                .toList();
    }

    /** The groups of a user: Everyone, those by hand, those by rule. */
    public synchronized List<Named> groupsOf(UserState user) {
        Set<String> of = new LinkedHashSet<>(Set.of(EVERYONE_ID));
        of.addAll(belongings(user.id()).groupIds());
        groupRules.stream().filter(rule -> rule.holds(user)).forEach(rule -> of.addAll(rule.groupIds()));
        return of.stream().map(groups::find).flatMap(Optional::stream).toList();
    }

    /**
     * How long a search shows a user that was created active as STAGED with {@code transitioningToStatus}, as recorded; zero at
     * first.
     */
    public synchronized void transition(Duration length) {
        transition = length;
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
        requireFree(user);
        users.put(user);
        index.write(user.id(), user);
        return user;
    }

    /** Refuses a user whose login another one has. */
    public synchronized void requireFree(UserState user) {
        users.byLogin(user.login())
                .filter(other -> !other.id().equals(user.id()))
                .ifPresent(other -> {
                    throw OktaRefusal.invalid(
                            "login", "login: An object with this field already exists in the current organization");
                });
    }

    /** Stores a user that was created and activated in one call; a search may show it under transition first. */
    public synchronized UserState putActivated(UserState staged, UserState activated) {
        if (!transition.isZero()) {
            index.write(staged.id(), staged.transitioningTo(activated.status()), Duration.ZERO);
            users.put(activated);
            index.write(activated.id(), activated, transition);
            return activated;
        }
        return put(activated);
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
        groups.clear();
        apps.clear();
        identityProviders.clear();
        userTypes.clear();
        groupRules.clear();
        transition = Duration.ZERO;
        begin();
    }

    /** What each org has from the start. */
    private void begin() {
        links.define("manager", "subordinate");
        groups.put(
                new Named(EVERYONE_ID, "Everyone", "All users in your organization", Named.BUILT_IN, clock.instant()));
        userTypes.put(new Named(UserState.TYPE_ID, "user", "User", "", clock.instant()));
    }
}
