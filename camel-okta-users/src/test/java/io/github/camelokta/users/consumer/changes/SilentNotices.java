/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** Hears and says nothing. */
class SilentNotices implements ChangeNotices {
    @Override
    public void initialCursor(String from) {}

    @Override
    public void skipped(String id) {}

    @Override
    public void retryQueueFull(int failed) {}

    @Override
    public void forgotten(String id, int looks) {}

    @Override
    public void horizonShrunk(long seconds) {}

    @Override
    public void undecided(String id, RuntimeException cause) {}

    @Override
    public void notStored(RuntimeException cause) {}
}
