/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import io.github.camelokta.users.api.OktaUsersException;
import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The body with {@code paging=stream}: the elements of page after page, one page in memory at a time. */
public final class ElementIterator implements Iterator<Object>, Closeable {
    private final Iterator<List<Object>> pages;
    private Iterator<Object> page = Collections.emptyIterator();
    private boolean closed;
    private boolean ended;

    public ElementIterator(Iterator<List<Object>> pages) {
        this.pages = pages;
    }

    /**
     * @throws IllegalStateException if the exchange that the iterator belongs to is done
     * @throws OktaUsersException if the next page cannot be read; it is tried again by the next call
     */
    @Override
    public boolean hasNext() {
        // Camel's splitter asks once more when its exchange is done: a list that was read to its end answers that.
        if (closed && !ended) {
            throw new IllegalStateException(
                    "The list is read only while its exchange lasts: split it in the same route,"
                            + " or use paging=all");
        }
        while (!page.hasNext() && pages.hasNext()) {
            page = pages.next().iterator();
        }
        return page.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    @Override
    public void close() {
        ended = !page.hasNext() && !pages.hasNext();
        closed = true;
        page = Collections.emptyIterator();
    }
}
