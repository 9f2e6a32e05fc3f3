/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.consumer.Listing.BodyPage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the pages of a listing, and makes the bodies that the endpoint asks for. Between both a page waits as its bytes, which
 * take a quarter of the memory of maps.
 */
public final class PageDecoder {
    private final OktaClient client;
    private final OktaRequest first;
    private final ResultReader reader;
    private final ResultReader slicer;
    private final boolean wholePages;

    /**
     * @param first the request of the first page
     * @param outputClass the class to bind results to instead of maps; null for maps
     * @param wholePages whether a page is one body, or each element is one
     */
    public PageDecoder(
            OktaClient client,
            OktaRequest first,
            ObjectMapper mapper,
            ResultFormat format,
            Class<?> outputClass,
            boolean wholePages) {
        this.client = client;
        this.first = first;
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.slicer = ResultReaders.of(ResultFormat.bytes, null, mapper);
        this.wholePages = wholePages;
    }

    /**
     * Begins a listing: reads the next page, empty after the last one.
     *
     * @param held how many pages may be read before the first of them is decoded, 1 or more
     */
    public Supplier<Optional<OktaResponse>> begin(int held) {
        PageIterator<OktaResponse> pages =
                new PageIterator<>(client, first, () -> CallContext.of(Priority.POLLING), page -> page, held);
        return () -> pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
    }

    /**
     * Makes the bodies of a page.
     *
     * @throws io.github.camelokta.users.api.OktaUsersException if it is no array of JSON objects
     */
    public BodyPage decode(OktaResponse page) {
        return page.isSuccess()
                ? UnreadableAnswer.orFail(first, page, () -> bodies(page.page()))
                : new BodyPage(List.of(), 0);
    }

    private BodyPage bodies(JsonBytes page) throws IOException {
        if (wholePages) {
            return whole(page);
        }
        try {
            List<Object> elements = reader.elements(page);
            return new BodyPage(elements, elements.size());
        } catch (IOException e) {
            return each(page);
        }
    }

    private BodyPage whole(JsonBytes page) throws IOException {
        try {
            return whole(page, List.of());
        } catch (IOException e) {
            // Without those of whom no body can be made, who come after the page, each by itself.
            List<byte[]> good = new ArrayList<>();
            List<Object> unmade = new ArrayList<>();
            for (byte[] element : slices(page)) {
                Object body = body(element);
                if (body instanceof UnmadeBody) {
                    unmade.add(body);
                } else {
                    good.add(element);
                }
            }
            return whole(JsonBytes.array(good), unmade);
        }
    }

    private BodyPage whole(JsonBytes page, List<Object> others) throws IOException {
        ListBody body = reader.list();
        int size = body.add(page);
        List<Object> bodies = new ArrayList<>();
        if (size > 0) {
            bodies.add(body.body());
        }
        bodies.addAll(others);
        return new BodyPage(bodies, size + others.size());
    }

    private BodyPage each(JsonBytes page) throws IOException {
        List<Object> bodies = new ArrayList<>();
        for (byte[] element : slices(page)) {
            bodies.add(body(element));
        }
        return new BodyPage(bodies, bodies.size());
    }

    private List<byte[]> slices(JsonBytes page) throws IOException {
        List<byte[]> slices = new ArrayList<>();
        slicer.elements(page).forEach(slice -> slices.add((byte[]) slice));
        return slices;
    }

    private Object body(byte[] element) {
        try {
            return reader.object(element);
        } catch (IOException e) {
            return new UnmadeBody(element, e);
        }
    }
}
