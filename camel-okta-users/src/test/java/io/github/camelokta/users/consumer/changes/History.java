/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens in one run of the model, but for what the run draws by its seed. */
record History(Setup setup, List<Write> writes) {

    /** How Okta's cursors behave over a result that moves: nobody outside knows, so all are tried. */
    enum Paging {
        /** A position in the result as it is now. */
        OFFSET,
        /** Behind the key that was last. */
        KEYSET,
        /** Behind the row that was last, wherever it is now. */
        ID_ANCHORED
    }

    /**
     * A write to a user.
     *
     * @param at milliseconds of Okta's clock
     * @param visible when the index shows it
     * @param content of few, so that users go back to what they were
     */
    record Write(int user, long at, long visible, int content, boolean deletes) {
        long second() {
            return Math.floorDiv(at, 1000L);
        }

        @Override
        public String toString() {
            return "u" + user + (deletes ? ":gone" : ":=" + (char) ('A' + content)) + "@" + at + "(+" + (visible - at)
                    + ")";
        }
    }

    /**
     * @param horizon seconds
     * @param latency longest time of a page, and
     * @param work of an exchange, in milliseconds
     * @param parallel exchanges at a time
     * @param outliving whether exchanges end after their poll, too
     * @param failing share of the states that fail at first, up to 5 times
     * @param poison users that fail for ever
     * @param deadly chance of a kill at each step
     */
    record Setup(
            long seed,
            Paging paging,
            int limit,
            int horizon,
            boolean dates,
            int latency,
            int work,
            int pause,
            int maxMessages,
            int maxPending,
            int parallel,
            boolean outliving,
            boolean wholePages,
            boolean skip,
            int ahead,
            boolean fromNow,
            double failing,
            Set<Integer> poison,
            double deadly) {}

    History without(int from, int count) {
        List<Write> fewer = new ArrayList<>(writes);
        fewer.subList(from, Math.min(from + count, fewer.size())).clear();
        return new History(setup, fewer);
    }

    @Override
    public String toString() {
        return setup + "\n  " + writes.stream().map(Write::toString).collect(Collectors.joining(" "));
    }
}
