/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts users into groups by their profile, and takes them out when it no longer fits. Okta skips DEPROVISIONED users.
 *
 * @param id the id
 * @param name what people read
 * @param expression comparisons of Okta's expression language such as {@code user.department=="Sales"}, joined by {@code AND}
 * @param groupIds the groups
 * @param excluded the ids of users whom the rule leaves out, because somebody took them out of a group by hand
 */
public record GroupRule(String id, String name, String expression, List<String> groupIds, Set<String> excluded) {
    private static final Pattern COMPARISON = Pattern.compile("user\\.(\\w+)\\s*(==|!=)\\s*\"([^\"]*)\"");

    /**
     * A rule that leaves nobody out.
     *
     * @throws IllegalArgumentException when the expression holds anything else than comparisons joined by {@code AND}
     */
    public static GroupRule of(String id, String name, String expression, List<String> groupIds) {
        for (String part : parts(expression)) {
            if (!COMPARISON.matcher(part).matches()) {
                throw new IllegalArgumentException(
                        "The group rule '" + name + "' cannot be simulated: write comparisons such as"
                                + " user.department==\"Sales\", joined by AND");
            }
        }
        return new GroupRule(id, name, expression, List.copyOf(groupIds), new LinkedHashSet<>());
    }

    /** Whether the rule holds this user in its groups. */
    boolean holds(UserState user) {
        return user.status() != UserStatus.DEPROVISIONED
                && !excluded.contains(user.id())
                && List.of(parts(expression)).stream().allMatch(part -> fits(part, user));
    }

    private static boolean fits(String part, UserState user) {
        Matcher comparison = COMPARISON.matcher(part);
        return comparison.matches()
                && user.profile().text(comparison.group(1)).equals(comparison.group(3))
                        == comparison.group(2).equals("==");
    }

    private static String[] parts(String expression) {
        return expression.strip().split("\\s+(?i:and|&&)\\s+");
    }
}
