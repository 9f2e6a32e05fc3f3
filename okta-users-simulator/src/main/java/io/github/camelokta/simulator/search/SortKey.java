/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.org.UserState;
import java.util.List;
import java.util.Locale;

/**
 * A user's place in a sorted list: by a value, ties by id.
 *
 * @param rank 0 number, 1 text, 2 no value: users without the attribute come last in ascending order (a choice)
 */
record SortKey(int rank, double number, String text, String id) {

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
