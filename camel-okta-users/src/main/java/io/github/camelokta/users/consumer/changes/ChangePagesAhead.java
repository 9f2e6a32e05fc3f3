/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The pages of one poll, read on another thread while those before them are worked on. */
public final class ChangePagesAhead implements ChangePages {
    private final ChangePages pages;
    private final ReadAhead<ChangePage> reading;

    /**
     * @param ahead how many pages, 1 or more
     * @param executor runs what it is given in order, on one thread
     */
    public ChangePagesAhead(ChangePages pages, int ahead, ExecutorService executor) {
        this.pages = pages;
        this.reading = new ReadAhead<>(pages::next, ahead, executor);
    }

    @Override
    public Optional<ChangePage> next() {
        return reading.next();
    }

    @Override
    public void close() {
        reading.close();
        pages.close();
    }
}
