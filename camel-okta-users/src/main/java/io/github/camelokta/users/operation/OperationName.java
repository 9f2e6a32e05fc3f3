/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Resolves the name of an operation, and offers the nearest one for a name that is none. */
public final class OperationName {

    /** What others call it, in small letters. */
    private static final Map<String, Operation> SYNONYMS = Map.ofEntries(
            Map.entry("delete", OktaUsersOperation.deactivateOrDelete),
            Map.entry("remove", OktaUsersOperation.deactivateOrDelete),
            Map.entry("erase", OktaUsersOperation.deactivateOrDelete),
            Map.entry("disable", OktaUsersOperation.deactivate),
            Map.entry("enable", OktaUsersOperation.activate),
            Map.entry("read", OktaUsersOperation.get),
            Map.entry("find", OktaUsersOperation.list),
            Map.entry("search", OktaUsersOperation.list),
            Map.entry("query", OktaUsersOperation.list),
            Map.entry("add", OktaUsersOperation.create),
            Map.entry("insert", OktaUsersOperation.create),
            Map.entry("patch", OktaUsersOperation.partialUpdate),
            Map.entry("modify", OktaUsersOperation.partialUpdate),
            Map.entry("replace", OktaUsersOperation.update),
            Map.entry("resetmfa", OktaUsersOperation.resetFactors),
            Map.entry("lock", OktaUsersOperation.suspend),
            Map.entry("block", OktaUsersOperation.suspend),
            Map.entry("unblock", OktaUsersOperation.unsuspend),
            Map.entry("logout", OktaUsersOperation.clearSessions),
            Map.entry("revokesessions", OktaUsersOperation.clearSessions),
            Map.entry("upsert", CompositeOperation.ensure),
            Map.entry("sync", CompositeOperation.reconcile));

    private OperationName() {}

    /**
     * @throws IllegalArgumentException if no operation has exactly this name
     */
    public static Operation resolve(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("okta-users needs an operation: write okta-users:get, for example");
        }
        return operations()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "okta-users knows no operation " + name + ": did you mean " + nearest(name) + "?"));
    }

    /**
     * A row of the table.
     *
     * @throws IllegalArgumentException if no operation has exactly this name, or it is none of a single call
     */
    public static OktaUsersOperation resolveRow(String name) {
        Operation operation = resolve(name);
        if (operation instanceof OktaUsersOperation row) {
            return row;
        }
        throw new IllegalArgumentException(
                name + " stands for several calls and cannot be named by a header: write okta-users:" + name);
    }

    /** All names: of the single calls in the table's order, then of what is made of several. */
    public static List<String> all() {
        return operations().map(Operation::name).toList();
    }

    private static Stream<Operation> operations() {
        return Stream.concat(Arrays.stream(OktaUsersOperation.values()), Arrays.stream(CompositeOperation.values()));
    }

    /** Okta's own documents and tools speak of getUser and list_users; the names here leave the user out. */
    static Operation nearest(String name) {
        String plain = name.replaceAll("(?i)_?users?(?=$|_|[A-Z])", "");
        Operation meant = SYNONYMS.get(letters(plain));
        if (meant != null) {
            return meant;
        }
        return operations()
                .min(Comparator.comparingInt(
                        operation -> Math.min(distance(operation.name(), name), distance(operation.name(), plain))))
                .orElseThrow();
    }

    /** Levenshtein's distance, whatever the case of letters and without underscores. */
    private static int distance(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
