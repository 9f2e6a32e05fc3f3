/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.consumer.changes.ChangeNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log what an operator of a change consumer should know. */
final class LoggedNotices implements ChangeNotices {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedNotices.class);

    private final String cursor;

    /** @param cursor the cursor's key */
    LoggedNotices(String cursor) {
        this.cursor = cursor;
    }

    @Override
    public void initialCursor(String from) {
        LOG.warn("{}: no cursor is stored, changes are delivered from {} on", cursor, from);
    }

    @Override
    public void skipped(String id) {
        LOG.warn("{}: user {} failed and was passed over (onError=skip)", cursor, id);
    }

    @Override
    public void retryQueueFull(int failed) {
        LOG.error("{}: {} users have failed, no more can be kept for a later try: the poll ended here", cursor, failed);
    }

    @Override
    public void forgotten(String id, int looks) {
        LOG.warn(
                "{}: user {} failed, was then looked for {} times and not found in a state to deliver: given up",
                cursor,
                id,
                looks);
    }

    @Override
    public void horizonShrunk(long seconds) {
        LOG.warn("{}: so many users changed that the horizon is {} s for now", cursor, seconds);
    }

    @Override
    public void undecided(String id, RuntimeException cause) {
        LOG.warn(
                "{}: user {} is missing, and asking for it failed; it is asked for after the next period: {}",
                cursor,
                id,
                cause.getMessage());
    }

    @Override
    public void notStored(RuntimeException cause) {
        LOG.warn("{}: the cursor could not be stored; the next poll stores it first", cursor, cause);
    }
}
