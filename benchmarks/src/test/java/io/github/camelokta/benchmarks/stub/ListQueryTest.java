/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.benchmarks.stub.ListQuery.Range;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListQueryTest {
    private static final int USERS = 100_500;
    private static final int FIRST_IMPORTED = 95_000;

    private final Timeline timeline = new Timeline(USERS);
    private final ListQuery queries = new ListQuery(timeline);

    @Test
    void showsEverybodyPageByPage() {
        assertThat(queries.range("search=status%20pr&limit=200")).isEqualTo(new Range(0, 200, USERS));
        assertThat(queries.range("limit=200&after=100400")).isEqualTo(new Range(100_400, USERS, USERS));
    }

    @Test
    void showsThoseUpdatedSince() {
        assertThat(queries.range(updated("ge", 7))).isEqualTo(new Range(7, 207, USERS));
    }

    @Test
    void showsAllOfOneSecond() {
        assertThat(queries.range(updated("eq", FIRST_IMPORTED + 15)))
                .isEqualTo(new Range(FIRST_IMPORTED + 10, FIRST_IMPORTED + 20, FIRST_IMPORTED + 20));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatIllegalArgumentException().isThrownBy(() -> queries.range("q=zoe"));
        assertThatIllegalArgumentException().isThrownBy(() -> queries.range("search=id%20pr"));
    }

    private String updated(String operator, int user) {
        Instant second = Instant.ofEpochSecond(timeline.secondOf(user));
        String search = "lastUpdated " + operator + " \"" + second + "\" and status pr";
        return "search=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&sortBy=lastUpdated&sortOrder=asc";
    }
}
