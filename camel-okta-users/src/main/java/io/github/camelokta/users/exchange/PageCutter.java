/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.exchange.ResultReader.ListBody;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.PageWalk;
import io.github.camelokta.users.poll.Page;
import io.github.camelokta.users.poll.Pages;
import java.util.List;
import java.util.Optional;

/** Makes the pages of a listing of Okta's answers, in the form that the endpoint asks for. */
public final class PageCutter {
    private final OktaClient client;
    private final ResultReader reader;
    private final boolean wholePages;

    /**
     * @param outputClass the class to bind results to instead of maps; null for maps
     * @param wholePages whether a page is one body, or each element is one
     */
    public PageCutter(
            OktaClient client, ObjectMapper mapper, ResultFormat format, Class<?> outputClass, boolean wholePages) {
        this.client = client;
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.wholePages = wholePages;
    }

    /** Begins a listing. */
    public Pages begin(OktaRequest first) {
        PageReader pages = new PageReader(first, new PageWalk(client, first), reader);
        return () -> pages.hasNext() ? Optional.of(wholePages ? whole(pages) : cut(pages)) : Optional.empty();
    }

    private static Page cut(PageReader pages) {
        List<Object> elements = pages.elements();
        return new Page(elements, elements.size());
    }

    private Page whole(PageReader pages) {
        ListBody body = reader.list();
        int size = pages.addTo(body);
        return new Page(size == 0 ? List.of() : List.of(body.body()), size);
    }
}
