/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The current users, by id and by login. */
final class UserStore {
    private final NavigableMap<String, UserState> byId = new TreeMap<>();
    private final NavigableMap<String, String> idByLogin = new TreeMap<>();

    void put(UserState user) {
        UserState before = byId.put(user.id(), user);
        if (before != null && !before.login().equals(user.login())) {
            idByLogin.remove(key(before.login()), user.id());
        }
        idByLogin.put(key(user.login()), user.id());
    }

    void remove(String id) {
        UserState gone = byId.remove(id);
        if (gone != null) {
            idByLogin.remove(key(gone.login()), id);
        }
    }

    Optional<UserState> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<UserState> byLogin(String login) {
        return Optional.ofNullable(idByLogin.get(key(login))).map(byId::get);
    }

    /** By the part of the login before the {@code @}, where one user alone has it. */
    Optional<UserState> byShortName(String shortName) {
        String prefix = key(shortName) + "@";
        Map.Entry<String, String> first = idByLogin.ceilingEntry(prefix);
        if (first == null || !first.getKey().startsWith(prefix)) {
            return Optional.empty();
        }
        String second = idByLogin.higherKey(first.getKey());
        boolean ambiguous = second != null && second.startsWith(prefix);
        return ambiguous ? Optional.empty() : byId(first.getValue());
    }

    NavigableMap<String, UserState> all() {
        return byId;
    }

    void clear() {
        byId.clear();
        idByLogin.clear();
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
