/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.interceptor.MatrixCell.Result;
import io.github.camelokta.users.manual.Table;
import io.github.camelokta.users.operation.Repeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the manual's page of faults from what a run of the matrix has shown. */
final class FaultsPage {
    private static final String HEAD = """
            // Generated from a run of FaultMatrixTest: change the code, then run the regenerate command.
            = Faults
            :toc: right

            What a call comes to when something goes wrong, as the tests have seen it: each call went through the whole component and
            a socket to the simulated org, and met the fault once, at its first attempt, unless the fault lasts for ever. Times are
            those of a clock that waits move on, with `maxAttempts` 5, `maxWait` 2 minutes and the same jitter each time. The rules
            behind it stand in link:limits-and-retries.adoc[Limits and retries].

            sent:: how often the request went out, after the read that looks at the user before a DELETE.
            done:: how often Okta carried it out. The caller cannot see that.
            error:: the caller gets an `OktaUsersException`, with the status if there was an answer; *again later* where `isRetryable()` is true,
            and when, by `getRetryAt()`, where it is an `OktaRateLimitException`.

            A success that was sent once and done once, though its answer was lost, was found by the read of a probe.

            """;

    private FaultsPage() {}

    static String render(Map<MatrixFault, Map<Repeat, Result>> results) {
        List<String> titles = new ArrayList<>(List.of("Fault"));
        for (Repeat repeat : Repeat.values()) {
            titles.add(repeat.name().toLowerCase(Locale.ROOT).replace('_', '-') + " (`" + MatrixCell.ROWS.get(repeat)
                    + "`)");
        }
        List<List<String>> rows = new ArrayList<>();
        results.forEach((fault, row) -> {
            List<String> cells = new ArrayList<>(List.of(fault.title));
            for (Repeat repeat : Repeat.values()) {
                cells.add(cell(repeat, row.get(repeat)));
            }
            rows.add(cells);
        });
        return HEAD + Table.of("3,3,3,3,3,3", titles, rows);
    }

    private static String cell(Repeat repeat, Result result) {
        String done = repeat == Repeat.SAFE ? "" : ", done " + times(result.done());
        return outcome(result) + "; sent " + times(result.sent()) + done + "; " + seconds(result.took());
    }

    private static String outcome(Result result) {
        OktaUsersException failure = result.failure();
        if (failure == null) {
            return "success";
        }
        return "error" + (failure.getStatusCode() == 0 ? "" : " " + failure.getStatusCode())
                + (failure.isRetryable() ? ", *again later*" : "")
                + (result.untilRetry() == null ? "" : ", `getRetryAt()` in " + seconds(result.untilRetry()));
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    private static String seconds(Duration took) {
        long tenths = (took.toMillis() + 50) / 100;
        return tenths % 10 == 0 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
    }
}
