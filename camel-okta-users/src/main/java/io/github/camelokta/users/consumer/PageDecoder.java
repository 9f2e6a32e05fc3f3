/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.result.ResultReader;
import io.github.camelokta.users.result.ResultReader.ListBody;
import io.github.camelokta.users.result.ResultReaders;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the pages of a listing of Okta's answers, in the form that the endpoint asks for. */
public final class PageDecoder {
    private final OktaClient client;
    private final ResultReader reader;
    private final boolean wholePages;

    /**
     * @param outputClass the class to bind results to instead of maps; null for maps
     * @param wholePages whether a page is one body, or each element is one
     */
    public PageDecoder(
            OktaClient client, ObjectMapper mapper, ResultFormat format, Class<?> outputClass, boolean wholePages) {
        this.client = client;
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.wholePages = wholePages;
    }

    /**
     * Begins a listing: reads the next page, empty after the last one.
     *
     * @param held how many pages may be read before the first of them is cut, 1 or more
     */
    public Supplier<Optional<RawPage>> begin(OktaRequest first, int held) {
        PageIterator<RawPage> pages = new PageIterator<>(
                client, first, () -> CallContext.of(Priority.POLLING), answer -> raw(first, answer), held);
        return () -> pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
    }

    private RawPage raw(OktaRequest first, OktaResponse answer) {
        return () -> answer.isSuccess()
                ? UnreadableAnswer.orFail(first, answer, () -> cut(answer.page()))
                : new Page(List.of(), 0);
    }

    private Page cut(JsonBytes page) throws IOException {
        if (wholePages) {
            ListBody body = reader.list();
            int size = body.add(page);
            return new Page(size == 0 ? List.of() : List.of(body.body()), size);
        }
        List<Object> elements = reader.elements(page);
        return new Page(elements, elements.size());
    }
}
