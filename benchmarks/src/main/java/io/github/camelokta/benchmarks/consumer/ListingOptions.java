/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.consumer;

import java.util.List;

/**
 * What a process that reads a list is to do.
 *
 * @param url of the stub
 * @param users how many it has
 * @param mode of the consumer
 * @param format of the bodies
 * @param workMicros the work on each user, in microseconds
 * @param weighed whether the heap is weighed on the way
 * @param more further options of the endpoint, as in a URI; may be empty
 */
public record ListingOptions(
        String url, int users, String mode, String format, int workMicros, boolean weighed, String more) {

    /** The options as arguments of {@link ListingProcess}. */
    public List<String> arguments() {
        return List.of(
                url,
                Integer.toString(users),
                mode,
                format,
                Integer.toString(workMicros),
                Boolean.toString(weighed),
                more);
    }

    static ListingOptions of(String[] arguments) {
        return new ListingOptions(
                arguments[0],
                Integer.parseInt(arguments[1]),
                arguments[2],
                arguments[3],
                Integer.parseInt(arguments[4]),
                Boolean.parseBoolean(arguments[5]),
                arguments[6]);
    }

    String listUri() {
        String uri = "okta-users:list?orgUrl=" + url + "&token=benchmark&mode=" + mode + "&resultFormat=" + format
                + "&limit=200&initialDelay=0&repeatCount=1";
        return more.isEmpty() ? uri : uri + "&" + more;
    }

    String getUri() {
        return "okta-users:get?orgUrl=" + url + "&token=benchmark&userId=00ubench000000000001&resultFormat=" + format;
    }
}
