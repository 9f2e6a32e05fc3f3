/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.paging.PageWalk;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the pages of a listing as elements. */
public final class PageReader {
    private final OktaRequest request;
    private final PageWalk walk;
    private final ResultReader reader;
    private OktaResponse last;

    PageReader(OktaRequest request, PageWalk walk, ResultReader reader) {
        this.request = request;
        this.walk = walk;
        this.reader = reader;
    }

    boolean hasNext() {
        return walk.hasNext();
    }

    /** The elements of the next page. */
    List<Object> elements() {
        List<Object> elements = next(reader::elements);
        return elements == null ? List.of() : elements;
    }

    /** Adds the next page to a body and gives the number of elements so far. */
    int addTo(ResultReader.ListBody body) {
        Integer size = next(body::add);
        return size == null ? 0 : size;
    }

    private <T> T next(PageStep<T> step) {
        last = walk.read();
        T result = isMissing() ? null : readable(request, last, () -> step.read(last.page()));
        walk.advance(last);
        return result;
    }

    /** The cursor of the page that comes next; empty after the last one. */
    Optional<String> nextAfter() {
        return walk.nextAfter();
    }

    /** Whether the answer that was read last is a 404 that the endpoint takes for an empty result. */
    boolean isMissing() {
        return !last.isSuccess();
    }

    /** The answer that was read last. */
    OktaResponse last() {
        return last;
    }

    /** Reads the JSON of a page. */
    public interface PageStep<T> {
        T read(JsonBytes page) throws IOException;
    }

    /** A step of reading JSON. */
    public interface JsonStep<T> {
        T read() throws IOException;
    }

    /**
     * Reads the body of a success.
     *
     * @throws OktaUsersException if it is not the JSON that the row promises; the parser's message, which quotes it, is
     *     left out
     */
    public static <T> T readable(OktaRequest request, OktaResponse response, JsonStep<T> step) {
        try {
            return step.read();
        } catch (IOException e) {
            throw OktaUsersException.of(request.operation() + " failed: Okta's answer " + response.status()
                            + " cannot be read as the expected "
                            + request.operation().resultType().orElse("JSON"))
                    .operation(request.operation().name())
                    .status(response.status())
                    .requestId(response.header("X-Okta-Request-Id").orElse(null))
                    .build();
        }
    }
}
