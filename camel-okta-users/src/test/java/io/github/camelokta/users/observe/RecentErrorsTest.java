/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentErrorsTest {
    private final VirtualClock clock = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    private int status = 200;
    private final RecentErrors failures = new RecentErrors(
            (request, context) -> {
                if (status == 200) {
                    return new OktaResponse(200, List.of(), null);
                }
                throw OktaUsersException.of("ann@example.com")
                        .status(status)
                        .error("E0000009", "ann@example.com", List.of(), "1")
                        .build();
            },
            clock);

    private void call() {
        failures.send(
                OktaRequest.of(
                        OktaUsersOperation.get,
                        OrgUrl.parse("https://acme.okta.com"),
                        List.of("ann@example.com"),
                        "",
                        Map.of(),
                        null),
                CallContext.of(Priority.CALL));
    }

    @Test
    void the_last_ten_are_kept_newest_first_and_without_names() {
        call();
        for (status = 500; status < 512; status++) {
            assertThatThrownBy(this::call).isInstanceOf(OktaUsersException.class);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(failures.newestFirst())
                .hasSize(RecentErrors.KEPT)
                .startsWith(new Snapshot.Failure(
                        "get", 511, "E0000009", clock.instant().minusSeconds(1)))
                .extracting(Snapshot.Failure::status)
                .endsWith(503, 502);
        assertThat(failures.newestFirst().toString()).doesNotContain("ann");
    }
}
