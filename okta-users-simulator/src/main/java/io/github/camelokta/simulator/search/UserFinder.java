/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * Answers the user list. The plain list reads the current users (a choice: no document says how fresh it is); {@code q},
 * {@code filter} and {@code search} read the index.
 */
public final class UserFinder {
    private final OktaOrg org;
    private final SortedResults sorted;

    /** Finds users of {@code org}. */
    public UserFinder(OktaOrg org) {
        this.org = org;
        this.sorted = new SortedResults(org);
    }

    /**
     * The page that {@code query} asks for; the caller holds the org's lock.
     *
     * @throws OktaRefusal 400 E0000033 for search beside filter, E0000031 for a bad expression
     */
    public UserPage find(UserQuery query) {
        if (query.search() != null && query.filter() != null) {
            throw OktaRefusal.of(ErrorCode.E0000033);
        }
        if (query.search() != null) {
            return search(query);
        }
        if (query.filter() != null) {
            return scan(org.indexed(), compile(QueryCompiler.Language.FILTER, query.filter()), query);
        }
        if (query.q() != null) {
            UserPage hits = scan(org.indexed(), present().and(prefix(query.q())), query);
            return new UserPage(hits.users(), null);
        }
        return scan(org.users(), present(), query);
    }

    private UserPage search(UserQuery query) {
        Predicate<UserState> test = compile(QueryCompiler.Language.SEARCH, query.search());
        if (query.sortBy() == null || query.sortBy().equals("id") && !query.descending()) {
            return scan(org.indexed(), test, query);
        }
        return sorted.page(query, test);
    }

    private Predicate<UserState> compile(QueryCompiler.Language language, String expression) {
        return new QueryCompiler(language, org.schema()).compile(expression);
    }

    private static Predicate<UserState> present() {
        return user -> user.status() != UserStatus.DEPROVISIONED;
    }

    private static Predicate<UserState> prefix(String q) {
        return user -> starts(user, "firstName", q) || starts(user, "lastName", q) || starts(user, "email", q);
    }

    private static boolean starts(UserState user, String attribute, String prefix) {
        return user.profile().text(attribute).regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static UserPage scan(NavigableMap<String, UserState> users, Predicate<UserState> test, UserQuery query) {
        List<UserState> found = new ArrayList<>();
        NavigableMap<String, UserState> rest =
                query.after() == null || query.q() != null ? users : users.tailMap(query.after(), false);
        for (UserState user : rest.values()) {
            if (test.test(user)) {
                if (found.size() == query.limit()) {
                    return new UserPage(found, found.get(found.size() - 1).id());
                }
                found.add(user);
            }
        }
        return new UserPage(found, null);
    }

    /**
     * One page of the user list.
     *
     * @param next the position after the last user; null on the last page
     */
    public record UserPage(List<UserState> users, String next) {}

    /**
     * What a caller asks of the user list; parts that were not given are null.
     *
     * @param descending sort downwards
     * @param after the position to go on from, as {@link UserPage#next()} gave it
     * @param limit how many users at most
     */
    public record UserQuery(
            String q, String search, String filter, String sortBy, boolean descending, String after, int limit) {}
}
