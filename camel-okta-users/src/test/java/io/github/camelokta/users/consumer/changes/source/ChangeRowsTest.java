/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.RowQuery;
import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.StartFrom;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows are read and hashed, and how searches are spelled. */
class ChangeRowsTest {
    private static final String USER =
            "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"lastUpdated\":\"2026-11-23T10:00:00.000Z\","
                    + "\"profile\":{\"login\":\"anna@acme.com\",\"age\":1.10,\"tags\":[\"a\",\"b\"]}}";

    private final ListedUserReader reader = new ListedUserReader();

    @Test
    void a_row_keeps_the_bytes_of_its_user() throws IOException {
        String umlaut = USER.replace("anna", "ännä 🙂").replace("00u1", "00u2");
        List<ListedUser> rows = reader.read(JsonBytes.of(bytes("[ " + USER + " ,\n" + umlaut + "]")));
        assertThat(rows).extracting(ListedUser::id).containsExactly("00u1", "00u2");
        assertThat(rows).extracting(ListedUser::lastUpdated).containsOnly(1_795_428_000L);
        assertThat(rows.get(0).json()).isEqualTo(bytes(USER));
        assertThat(rows.get(1).json()).isEqualTo(bytes(umlaut));
    }

    @Test
    void the_order_of_keys_and_the_spelling_do_not_count() {
        assertThat(fingerprint("{\"profile\":{\"tags\":[\"a\",\"\\u0062\"], \"age\":1.1,\"login\":\"anna@acme.com\"},"
                        + "\"lastUpdated\" : \"2026-11-23T10:00:00.000Z\",\"status\":\"ACTIVE\",\"id\":\"00u1\"}"))
                .isEqualTo(fingerprint(USER));
    }

    @Test
    void links_and_what_is_embedded_do_not_count() {
        String linked = USER.substring(0, USER.length() - 1) + ",\"_links\":{\"self\":1},\"_embedded\":{\"a\":2}}";
        assertThat(fingerprint(linked)).isEqualTo(fingerprint(USER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACTIVE|SUSPENDED",
                "10:00:00|10:00:01",
                "anna|anne",
                "1.10|1.1000000000000000000000001",
                "[\"a\",\"b\"]|[\"b\",\"a\"]",
                "\"age\":1.10|\"age\":\"1.10\"",
                "\"age\":1.10|\"age\":null",
                "00u1|00u2"
            })
    void everything_else_counts(String change) {
        String[] parts = change.split("\\|");
        String other = USER.replace(parts[0], parts[1]);
        assertThat(other).isNotEqualTo(USER);
        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(USER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "[1]",
                "[{}]",
                "[] []",
                "[{\"id\":\"a b\",\"status\":\"A\",\"lastUpdated\":\"2026-11-23T10:00:00.000Z\"}]",
                "[{\"id\":\"00u1\",\"lastUpdated\":\"2026-11-23T10:00:00.000Z\"}]",
                "[{\"id\":\"00u1\",\"status\":\"A\",\"lastUpdated\":\"yesterday\"}]",
                "[{\"id\":\"00u1\",\"status\":\"A\",\"lastUpdated\":\"2026-11-23T10:00:00.000Z\"}",
            })
    void a_page_that_is_no_list_of_users_is_refused(String page) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader.read(JsonBytes.of(bytes(page))));
    }

    @Test
    void the_search_of_the_endpoint_is_anded() {
        assertThat(RowQuery.since(SortedBy.LAST_UPDATED, 1_795_428_000L, 200).search(null))
                .isEqualTo("lastUpdated ge \"2026-11-23T10:00:00.000Z\" and status pr");
        assertThat(RowQuery.exactly(SortedBy.CREATED, 1_795_428_000L, 200)
                        .search("status eq \"ACTIVE\" or status eq \"STAGED\""))
                .isEqualTo("(status eq \"ACTIVE\" or status eq \"STAGED\")"
                        + " and created eq \"2026-11-23T10:00:00.000Z\" and status pr");
        assertThat(RowQuery.user("00u1").search(" ")).isEqualTo("id eq \"00u1\" and status pr");
        assertThat(RowQuery.newest(SortedBy.LAST_UPDATED).search("x pr")).isEqualTo("(x pr) and status pr");
        assertThat(RowQuery.newest(SortedBy.LAST_UPDATED).sortOrder()).isEqualTo("desc");
        assertThat(RowQuery.since(SortedBy.LAST_UPDATED, 0, 1).sortOrder()).isEqualTo("asc");
    }

    @Test
    void a_start_is_the_beginning_now_or_an_instant() {
        assertThat(StartFrom.parse("beginning")).isEqualTo(StartFrom.BEGINNING);
        assertThat(StartFrom.parse("now")).isEqualTo(StartFrom.NOW);
        assertThat(StartFrom.parse("2026-11-23T10:00:00.9Z")).isEqualTo(new StartFrom(false, 1_795_428_000L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartFrom.parse("yesterday"))
                .withMessageStartingWith("Option startFrom takes beginning, now or an instant");
    }

    @Test
    void another_search_or_other_fields_are_another_query() {
        assertThat(Fingerprinter.ofQuery(null, " ")).isEqualTo(Fingerprinter.ofQuery("", null));
        assertThat(Fingerprinter.ofQuery("a", "b")).isNotEqualTo(Fingerprinter.ofQuery("b", "a"));
        assertThat(Fingerprinter.ofQuery("ab", "")).isNotEqualTo(Fingerprinter.ofQuery("a", "b"));
    }

    private long fingerprint(String user) {
        try {
            return reader.read(JsonBytes.of(bytes("[" + user + "]"))).get(0).fingerprint();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
