/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.RowQuery;
import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.UserIndex;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Okta's search for users, each page of which is a request through the pipeline. */
public final class SearchedUsers implements UserIndex {
    private final OktaClient client;
    private final OrgUrl org;
    private final String search;
    private final String fields;
    private final LongSupplier nanoClock;
    private final ListedUserReader reader = new ListedUserReader();

    /**
     * @param search the endpoint's own; null for all users
     * @param fields the endpoint's own; null for all
     */
    public SearchedUsers(OktaClient client, OrgUrl org, String search, String fields, LongSupplier nanoClock) {
        this.client = client;
        this.org = org;
        this.search = search;
        this.fields = fields == null ? null : withNeeded(fields);
        this.nanoClock = nanoClock;
    }

    @Override
    public IndexPage query(RowQuery query) {
        StringBuilder text = new StringBuilder("search=")
                .append(PercentEncoder.encode(query.search(search)))
                .append("&sortBy=" + query.sortedBy().property() + "&sortOrder=")
                .append(query.sortOrder())
                .append("&limit=")
                .append(query.limit());
        String needed = query.sortedBy() == SortedBy.CREATED ? "id,created" : fields;
        if (needed != null) {
            text.append("&fields=").append(PercentEncoder.encode(needed));
        }
        OktaRequest request = OktaRequest.of(OktaUsersOperation.list, org, List.of(), text, Map.of(), null);
        return new Search(request, query.sortedBy() == SortedBy.CREATED ? reader::readCreated : reader::read).next();
    }

    @Override
    public Optional<byte[]> find(String id) {
        OktaRequest request = OktaRequest.of(OktaUsersOperation.get, org, List.of(id), "", Map.of(), null);
        try {
            OktaResponse response = client.send(request, CallContext.of(Priority.POLLING));
            return Optional.of(UnreadableAnswer.orFail(request, response, () -> {
                byte[] user = response.body();
                reader.require(id, user);
                return user;
            }));
        } catch (OktaUsersException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Reads the users of a page. */
    private interface UserReader {
        List<ListedUser> read(JsonBytes page) throws IOException;
    }

    /** One search, page by page. */
    private final class Search {
        private final PageIterator<List<ListedUser>> pages;
        private OktaResponse answer;
        private long answeredAt;

        Search(OktaRequest first, UserReader users) {
            this.pages = new PageIterator<>(
                            client, first, () -> CallContext.of(Priority.POLLING), page -> users.read(page.page()))
                    .onPage(this::note);
        }

        private void note(OktaResponse page) {
            answer = page;
            answeredAt = nanoClock.getAsLong();
        }

        IndexPage next() {
            long start = nanoClock.getAsLong();
            List<ListedUser> users = pages.next();
            Duration took = Duration.ofNanos(answeredAt - start);
            return new IndexPage(
                    users, date(answer), took, Duration.ofNanos(answeredAt), pages.hasNext() ? this::next : null);
        }
    }

    private static OptionalLong date(OktaResponse response) {
        try {
            return response.header("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(date -> OptionalLong.of(date.toEpochSecond()))
                    .orElse(OptionalLong.empty());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Without a user's status and time nothing can be compared. Names in parentheses are those of the profile. */
    private static String withNeeded(String fields) {
        List<String> top = List.of(fields.replaceAll("\\([^)]*\\)", "").split("\\s*,\\s*"));
        StringBuilder all = new StringBuilder(fields);
        for (String needed : List.of("status", "lastUpdated")) {
            if (!top.contains(needed)) {
                all.append(',').append(needed);
            }
        }
        return all.toString();
    }
}
