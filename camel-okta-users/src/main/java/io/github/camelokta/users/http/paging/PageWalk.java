/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PageBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads page after page of a listing. Links that lead in a circle end in an error rather than in reading for ever: the
 * request of every 1st, 2nd, 4th, 8th ... page is remembered, one at a time (Brent's way of finding a cycle).
 */
public final class PageWalk {
    private final OktaClient client;
    private final Supplier<CallContext> contexts;
    private final PageBuffer[] buffers;
    private OktaRequest upcoming;
    private String remembered = "";
    private long pages;
    private long rememberAt = 1;

    /**
     * @param first the request of the first page
     * @param contexts gives the context of each page's call
     */
    public PageWalk(OktaClient client, OktaRequest first, Supplier<CallContext> contexts) {
        this(client, first, contexts, 1);
    }

    /**
     * @param first the request of the first page
     * @param contexts gives the context of each page's call
     * @param held of how many pages the bytes stay, 1 or more: those of a page are overwritten by the page that comes so many
     *     later
     */
    public PageWalk(OktaClient client, OktaRequest first, Supplier<CallContext> contexts, int held) {
        this.client = client;
        this.contexts = contexts;
        this.buffers = Stream.generate(PageBuffer::new).limit(held).toArray(PageBuffer[]::new);
        this.upcoming = first;
    }

    /** Whether there is a page to read. Before the first there always is. */
    public boolean hasNext() {
        return upcoming != null;
    }

    /** Reads the page that is next; it stays next until {@link #advance}. */
    public OktaResponse read() {
        return client.send(upcoming, contexts.get().into(buffers[(int) (pages % buffers.length)]));
    }

    /** Goes on to the page after the one that this answer holds; called once the answer is understood. */
    public void advance(OktaResponse response) {
        OktaRequest request = upcoming;
        OktaRequest following = NextPage.of(request, response).orElse(null);
        if (following != null && following.target().equals(remembered)) {
            throw OktaUsersException.of(
                            request.operation() + " failed: the next links of Okta's answers lead in a circle")
                    .operation(request.operation().name())
                    .build();
        }
        if (++pages == rememberAt) {
            remembered = request.target();
            rememberAt *= 2;
        }
        upcoming = following;
    }

    /** The cursor of the page that comes next; empty after the last one. */
    public Optional<String> nextAfter() {
        return Optional.ofNullable(upcoming).flatMap(NextPage::after);
    }
}
