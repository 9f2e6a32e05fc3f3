/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.Optional;

/** Tells of each page that was read. */
public final class CountedPages implements ChangePages {
    private final ChangePages pages;
    private final Runnable whenRead;

    public CountedPages(ChangePages pages, Runnable whenRead) {
        this.pages = pages;
        this.whenRead = whenRead;
    }

    @Override
    public Optional<ChangePage> next() {
        Optional<ChangePage> page = pages.next();
        page.ifPresent(read -> whenRead.run());
        return page;
    }

    @Override
    public void close() {
        pages.close();
    }
}
