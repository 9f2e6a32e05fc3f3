/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.org.UserState;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reads the property that an expression names from a user. */
final class UserProperties {
    private static final Map<String, ToLongFunction<UserState>> TIMES = Map.of(
            "created", user -> user.times().created(),
            "activated", user -> user.times().activated(),
            "statusChanged", user -> user.times().statusChanged(),
            "lastUpdated", user -> user.times().lastUpdated(),
            "lastLogin", user -> user.times().lastLogin(),
            "passwordChanged", user -> user.times().passwordChanged());
    private static final Map<String, Function<UserState, Object>> TEXTS = Map.of(
            "id", UserState::id,
            "status", user -> user.status().name(),
            "type.id", UserState::typeId);

    private UserProperties() {}

    static boolean isTime(String property) {
        return TIMES.containsKey(property);
    }

    static boolean isTopLevel(String property) {
        return isTime(property) || TEXTS.containsKey(property);
    }

    /** The attribute's name if this is {@code profile.<name>}, else null. */
    static String profileName(String property) {
        return property.startsWith("profile.") ? property.substring("profile.".length()) : null;
    }

    /** Seconds since the epoch, 0 for never. */
    static long time(UserState user, String property) {
        return TIMES.get(property).applyAsLong(user);
    }

    /** Text, number, boolean, list or null; times as {@code Long}. */
    static Object value(UserState user, String property) {
        String name = profileName(property);
        if (name != null) {
            return user.profile().get(name);
        }
        if (isTime(property)) {
            long time = time(user, property);
            return time == 0 ? null : time;
        }
        return TEXTS.get(property).apply(user);
    }
}
