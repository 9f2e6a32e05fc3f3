/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What a poll of the consumer delivers. */
public enum ListMode {
    /** Everything that the query matches, at each poll anew. */
    all,
    /** What has changed since it was delivered last. */
    changes
}
