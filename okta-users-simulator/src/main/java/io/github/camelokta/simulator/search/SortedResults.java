/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.search.UserFinder.UserPage;
import io.github.camelokta.simulator.search.UserFinder.UserQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sorted search results, kept until the index changes so that paging through many users does not sort them once per page.
 */
final class SortedResults {
    private static final int KEPT = 4;

    private record Question(String search, String sortBy, boolean descending, long indexVersion) {}

    private record Entry(SortKey key, UserState user) {}

    private final OktaOrg org;
    private final Map<Question, List<Entry>> answers = new LinkedHashMap<>();

    SortedResults(OktaOrg org) {
        this.org = org;
    }

    UserPage page(UserQuery query, Predicate<UserState> test) {
        Comparator<SortKey> order = order(query.descending());
        List<Entry> all = answer(query, test, order);
        int from = query.after() == null ? 0 : positionAfter(all, decode(query.after()), order);
        int to = Math.min(all.size(), from + query.limit());
        List<UserState> users = all.subList(from, to).stream().map(Entry::user).toList();
        return new UserPage(users, to < all.size() ? all.get(to - 1).key().encode() : null);
    }

    private List<Entry> answer(UserQuery query, Predicate<UserState> test, Comparator<SortKey> order) {
        requireSortable(query.sortBy());
        Question question = new Question(query.search(), query.sortBy(), query.descending(), org.indexVersion());
        answers.keySet().removeIf(old -> old.indexVersion() != question.indexVersion());
        List<Entry> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Entry> entries = new ArrayList<>();
        for (UserState user : org.indexed().values()) {
            if (test.test(user)) {
                entries.add(new Entry(SortKey.of(user, query.sortBy()), user));
            }
        }
        entries.sort(Comparator.comparing(Entry::key, order));
        if (answers.size() == KEPT) {
            answers.remove(answers.keySet().iterator().next());
        }
        answers.put(question, entries);
        return entries;
    }

    private void requireSortable(String property) {
        String name = UserProperties.profileName(property);
        boolean known = name == null
                ? UserProperties.isTopLevel(property)
                : org.schema().defines(name);
        if (!known) {
            throw OktaRefusal.of(ErrorCode.E0000031, "Cannot sort by: " + property);
        }
    }

    /** Ties go by id in both directions. */
    private static Comparator<SortKey> order(boolean descending) {
        Comparator<SortKey> byValue = SortKey::compareValue;
        return (descending ? byValue.reversed() : byValue).thenComparing(SortKey::id);
    }

    private static int positionAfter(List<Entry> all, SortKey key, Comparator<SortKey> order) {
        int found = Collections.binarySearch(all, new Entry(key, null), Comparator.comparing(Entry::key, order));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static SortKey decode(String after) {
        try {
            return SortKey.decode(after);
        } catch (RuntimeException e) {
            throw OktaRefusal.invalid("after", "after: Not a cursor of this list");
        }
    }

    /**
     * A user's place in a sorted list: by a value, ties by id.
     *
     * @param rank 0 number, 1 text, 2 no value: users without the attribute come last in ascending order (a choice)
     */
    private record SortKey(int rank, double number, String text, String id) {

        static SortKey of(UserState user, String property) {
            return of(UserProperties.value(user, property), user.id());
        }

        private static SortKey of(Object value, String id) {
            if (value instanceof List<?> list) {
                return of(list.isEmpty() ? null : list.get(0), id);
            }
            if (value == null) {
                return new SortKey(2, 0, "", id);
            }
            return value instanceof Number number
                    ? new SortKey(0, number.doubleValue(), "", id)
                    : new SortKey(1, 0, value.toString().toLowerCase(Locale.ROOT), id);
        }

        /** By value alone. */
        int compareValue(SortKey other) {
            int byRank = Integer.compare(rank, other.rank);
            if (byRank != 0) {
                return byRank;
            }
            int byNumber = Double.compare(number, other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }

        String encode() {
            return rank + " " + number + " " + id + " " + text;
        }

        static SortKey decode(String encoded) {
            String[] parts = encoded.split(" ", 4);
            return new SortKey(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), parts[3], parts[2]);
        }
    }
}
