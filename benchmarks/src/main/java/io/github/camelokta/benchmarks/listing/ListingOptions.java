/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

import java.util.List;

/**
 * What a process that reads a list is to do.
 *
 * @param url of the stub
 * @param users how many it has
 * @param reader {@link #BARE}, or the options of the component's consumer, as in a URI
 * @param workMicros the work on each user, in microseconds
 * @param weighed whether the heap is weighed on the way
 */
public record ListingOptions(String url, int users, String reader, int workMicros, boolean weighed) {
    /** The reader that is not the component. */
    public static final String BARE = "bare";

    static final int ARGUMENTS = 5;
    static final String SOME_ID = "00ubench000000000001";

    /** These options as arguments of {@link ListingProcess}. */
    public List<String> arguments() {
        return List.of(url, Integer.toString(users), reader, Integer.toString(workMicros), Boolean.toString(weighed));
    }

    static ListingOptions of(String[] arguments) {
        return new ListingOptions(
                arguments[0],
                Integer.parseInt(arguments[1]),
                arguments[2],
                Integer.parseInt(arguments[3]),
                Boolean.parseBoolean(arguments[4]));
    }

    Lister lister() {
        return reader.equals(BARE) ? new BareLister(this) : new ComponentLister(this);
    }
}
