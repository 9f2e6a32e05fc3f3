/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PageBuffer;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a listing page by page: sends, maps the answer, and follows its {@code next} link, which is Okta's and opaque. A page
 * that could not be read or mapped stays the next one.
 *
 * @param <T> what a page is mapped to
 */
public final class PageIterator<T> implements Iterator<T> {
    /** Okta answers with an empty page now and then, and goes on; a row of so many has no end. */
    private static final int MOST_EMPTY_PAGES = 100;

    private final OktaClient client;
    private final Supplier<CallContext> contexts;
    private final PageMapper<T> mapper;
    private final PageBuffer[] buffers;
    private Consumer<OktaResponse> hook = page -> {};
    private OktaRequest upcoming;
    private long pages;
    private int emptyPages;
    /** Targets that lead in a circle are found by remembering that of every 1st, 2nd, 4th, 8th ... page, one at a time (Brent). */
    private String remembered = "";

    private long rememberAt = 1;

    /** Maps the answer that holds a page. */
    @FunctionalInterface
    public interface PageMapper<T> {
        /**
         * @throws IOException if the body is not the JSON that was expected
         */
        T map(OktaResponse page) throws IOException;
    }

    /**
     * @param first the request of the first page
     * @param contexts gives the context of each page's call
     */
    public PageIterator(OktaClient client, OktaRequest first, Supplier<CallContext> contexts, PageMapper<T> mapper) {
        this(client, first, contexts, mapper, 1);
    }

    /**
     * @param first the request of the first page
     * @param contexts gives the context of each page's call
     * @param held of how many pages the bytes stay, 1 or more: those of a page are overwritten by the page that comes so many
     *     later
     */
    public PageIterator(
            OktaClient client, OktaRequest first, Supplier<CallContext> contexts, PageMapper<T> mapper, int held) {
        this.client = client;
        this.contexts = contexts;
        this.mapper = mapper;
        this.buffers = Stream.generate(PageBuffer::new).limit(held).toArray(PageBuffer[]::new);
        this.upcoming = first;
    }

    /** Called with each answer as soon as it has come, before it is mapped. */
    public PageIterator<T> onPage(Consumer<OktaResponse> listener) {
        hook = listener;
        return this;
    }

    /** Before the first page there always is one. */
    @Override
    public boolean hasNext() {
        return upcoming != null;
    }

    /**
     * @throws OktaUsersException if the page cannot be read, or its next link leads out of the org or in a circle; nothing is
     *     sent there
     */
    @Override
    public T next() {
        if (upcoming == null) {
            throw new NoSuchElementException();
        }
        PageBuffer buffer = buffers[(int) (pages % buffers.length)];
        OktaResponse response = client.send(upcoming, contexts.get().into(buffer));
        hook.accept(response);
        T page = UnreadableAnswer.orFail(upcoming, response, () -> mapper.map(response));
        advance(response);
        return page;
    }

    private void advance(OktaResponse response) {
        OktaRequest request = upcoming;
        OktaRequest following = LinkHeader.next(response.headers("Link"))
                .map(link -> request.withTarget(target(request, link)))
                .orElse(null);
        if (following != null && following.target().equals(remembered)) {
            throw failure(request, "s of Okta's answers lead in a circle");
        }
        emptyPages = isEmpty(response.page()) ? emptyPages + 1 : 0;
        if (following != null && emptyPages == MOST_EMPTY_PAGES) {
            throw failed(
                    request,
                    "Okta has answered " + MOST_EMPTY_PAGES + " empty pages in a row, each with a next link; narrow the"
                            + " search or the filter");
        }
        if (++pages == rememberAt) {
            remembered = request.target();
            rememberAt *= 2;
        }
        upcoming = following;
    }

    /** Whether this is the JSON of an array without elements. */
    private static boolean isEmpty(JsonBytes page) {
        int brackets = 0;
        for (int i = 0; i < page.length(); i++) {
            byte each = page.array()[i];
            if (each == '[' || each == ']') {
                brackets++;
            } else if (each > ' ' || each < 0) {
                return false;
            }
        }
        return brackets == 2;
    }

    private static String target(OktaRequest request, String link) {
        URI url;
        try {
            url = request.url().resolve(new URI(absolutePath(request, link)));
        } catch (URISyntaxException e) {
            throw failure(request, " of Okta's answer is no URL");
        }
        if (!request.org().isOriginOf(url)) {
            throw failure(request, " of Okta's answer leads out of " + request.org() + "; nothing was sent there");
        }
        String query = url.getRawQuery();
        String target = url.getRawPath() + (query == null ? "" : "?" + query);
        if (target.equals(request.target())) {
            throw failure(request, " of Okta's answer leads back to the same page");
        }
        return target;
    }

    /** Java resolves a link that has no path, as {@code ?after=1}, to the directory of the page and not to the page. */
    private static String absolutePath(OktaRequest request, String link) {
        if (link.isEmpty()) {
            return request.target();
        }
        return link.startsWith("?") ? request.url().getRawPath() + link : link;
    }

    private static OktaUsersException failure(OktaRequest request, String what) {
        return failed(request, "the next link" + what);
    }

    private static OktaUsersException failed(OktaRequest request, String why) {
        return OktaUsersException.of(request.operation() + " failed: " + why)
                .operation(request.operation().name())
                .build();
    }

    /** The cursor of the page that comes next, not encoded; empty after the last one. */
    public Optional<String> nextAfter() {
        String query = upcoming == null ? null : URI.create(upcoming.target()).getRawQuery();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.startsWith("after=")) {
                return Optional.of(URLDecoder.decode(parameter.substring("after=".length()), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
