/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

/**
 * What a caller asks of the user list; parts that were not given are null.
 *
 * @param descending sort downwards
 * @param after the position to go on from, as {@link UserPage#next()} gave it
 * @param limit how many users at most
 */
public record UserQuery(
        String q, String search, String filter, String sortBy, boolean descending, String after, int limit) {}
