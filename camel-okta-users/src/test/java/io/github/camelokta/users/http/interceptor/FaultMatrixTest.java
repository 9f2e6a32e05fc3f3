/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.users.http.interceptor.MatrixCell.Result;
import io.github.camelokta.users.http.interceptor.MatrixFault.Meaning;
import io.github.camelokta.users.manual.ManualPage;
import io.github.camelokta.users.operation.Repeat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault with each kind of operation: what the caller sees, what the org went through, how long it took. */
class FaultMatrixTest {
    private static final Map<MatrixFault, Map<Repeat, Result>> RESULTS = new EnumMap<>(MatrixFault.class);
    private static String token;

    @BeforeAll
    static void run() throws Exception {
        VirtualClock clock = VirtualClock.startingAt(Instant.now());
        try (DefaultCamelContext context = new DefaultCamelContext();
                OktaSimulator okta = OktaSimulator.builder().clock(clock).start()) {
            context.start();
            token = okta.token();
            for (MatrixFault fault : MatrixFault.values()) {
                Map<Repeat, Result> row = new EnumMap<>(Repeat.class);
                for (Repeat repeat : Repeat.values()) {
                    row.put(repeat, result(fault, repeat, okta, clock, context));
                }
                RESULTS.put(fault, row);
            }
        }
        System.out.println("FaultMatrixTest: " + MatrixFault.values().length + " faults x " + Repeat.values().length
                + " kinds of operations");
    }

    /** Where the client sees a reset before it has sent anything, there is no doubt; the cell is for a reset that it does not see. */
    private static Result result(
            MatrixFault fault, Repeat repeat, OktaSimulator okta, VirtualClock clock, CamelContext context)
            throws IOException {
        for (int tries = 1; ; tries++) {
            Result result = new MatrixCell(fault, repeat, okta, clock).run(context);
            boolean seen = fault == MatrixFault.RESET_BEFORE && result.failure() == null;
            if (!seen || !Set.of(Repeat.NEVER, Repeat.DESTRUCTIVE).contains(repeat) || tries == MANY_TRIES) {
                return result;
            }
        }
    }

    private static final int MANY_TRIES = 50;

    /** Pauses that grow from 0.3 to 2 s fill maxWait, whatever maxAttempts is. */
    private static final int SENT_UNTIL_MAX_WAIT = 62;

    static Stream<Arguments> cells() {
        return Stream.of(MatrixFault.values())
                .flatMap(fault -> Stream.of(Repeat.values()).map(repeat -> Arguments.of(fault, repeat)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_call_succeeds_where_it_can_and_does_nothing_twice_that_must_be_done_once(MatrixFault fault, Repeat repeat) {
        Result result = RESULTS.get(fault).get(repeat);

        assertThat(result.failure() == null).as("success").isEqualTo(succeeds(fault, repeat));
        assertThat(result.sent()).as("sent").isEqualTo(sent(fault, repeat));
        boolean again = fault.meaning == Meaning.DONE && repeat == Repeat.CONVERGES
                || (fault.meaning == Meaning.DONE || fault.meaning == Meaning.UNREADABLE) && repeat == Repeat.SAFE;
        if (again) {
            assertThat(result.done()).as("done again, which does no harm").isEqualTo(2);
        } else {
            boolean done = succeeds(fault, repeat)
                    || fault.meaning == Meaning.DONE
                    || fault.meaning == Meaning.TOO_LONG
                    || fault.meaning == Meaning.UNREADABLE;
            assertThat(result.done()).as("done").isEqualTo(done ? 1 : 0);
        }
        assertThat(result.exists()).as("nobody was erased").isTrue();
        assertThat(result.took())
                .as("took")
                .isLessThanOrEqualTo(
                        MatrixCell.MAX_WAIT.plus(fault == MatrixFault.SLOW ? Duration.ofSeconds(60) : Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void an_error_promises_another_try_only_where_that_is_harmless(MatrixFault fault, Repeat repeat) {
        Result result = RESULTS.get(fault).get(repeat);
        if (result.failure() == null) {
            return;
        }
        boolean passing = fault == MatrixFault.RETRY_AFTER_FAR
                || fault == MatrixFault.TOO_MANY_FOR_EVER
                || fault == MatrixFault.CONNECT_REFUSED
                || fault == MatrixFault.ERROR_500_FOR_EVER && repeat != Repeat.NEVER;

        assertThat(result.failure().isRetryable()).isEqualTo(passing && repeat != Repeat.DESTRUCTIVE);
        assertThat(result.failure().getMessage()).doesNotContain("\n").startsWith(MatrixCell.ROWS.get(repeat) + " ");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_write_that_may_have_been_carried_out_is_in_doubt_and_no_other(MatrixFault fault, Repeat repeat) {
        Result result = RESULTS.get(fault).get(repeat);
        if (result.failure() == null) {
            return;
        }
        boolean open = fault.meaning != Meaning.PASSES && fault.meaning != Meaning.REFUSED
                || fault == MatrixFault.ERROR_500_FOR_EVER;

        // After a look that shows that nothing was done nobody is in doubt any more.
        boolean looked = fault == MatrixFault.ERROR_500_FOR_EVER && repeat == Repeat.STATE_GUARDED;
        boolean told = fault == MatrixFault.RESET_BEFORE
                && result.failure().getMessage().contains("nothing was sent");
        assertThat(result.failure().isInDoubt()).isEqualTo(open && repeat != Repeat.SAFE && !looked && !told);
    }

    @Test
    void a_limit_says_when_to_come_again_and_not_before_what_the_answer_asks_for() {
        Result result = RESULTS.get(MatrixFault.RETRY_AFTER_FAR).get(Repeat.SAFE);

        assertThat(result.untilRetry()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void no_credential_goes_elsewhere_or_shows(MatrixFault fault, Repeat repeat) {
        Result result = RESULTS.get(fault).get(repeat);

        assertThat(result.elsewhere()).isZero();
        for (String request : result.requests()) {
            assertThat(request.replaceFirst("\r\nAuthorization: SSWS " + token + "\r\n", "\r\n"))
                    .doesNotContain(token);
        }
        if (result.failure() != null) {
            StringWriter trace = new StringWriter();
            result.failure().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(token);
        }
    }

    @Test
    void the_page_of_faults_is_up_to_date() throws Exception {
        ManualPage.compare("faults.adoc", FaultsPage.render(RESULTS));
    }

    private static boolean succeeds(MatrixFault fault, Repeat repeat) {
        return switch (fault.meaning) {
            case PASSES -> repeat != Repeat.DESTRUCTIVE || wasSettledByTheLook(fault);
            case NOTHING_DONE, DONE -> repeat != Repeat.NEVER && repeat != Repeat.DESTRUCTIVE;
            case UNREADABLE -> repeat != Repeat.NEVER;
            case TOO_LONG -> repeat == Repeat.STATE_GUARDED;
            case REFUSED -> false;
        };
    }

    private static int sent(MatrixFault fault, Repeat repeat) {
        if (fault == MatrixFault.CONNECT_REFUSED) {
            return 0;
        }
        if (repeat == Repeat.DESTRUCTIVE) {
            return 1;
        }
        return switch (fault.meaning) {
            case PASSES -> 2;
            case NOTHING_DONE -> repeat == Repeat.NEVER ? 1 : 2;
            case DONE -> repeat == Repeat.SAFE || repeat == Repeat.CONVERGES ? 2 : 1;
            case UNREADABLE -> repeat == Repeat.SAFE ? 2 : 1;
            case TOO_LONG -> 1;
            case REFUSED ->
                switch (fault) {
                    case TOO_MANY_FOR_EVER -> SENT_UNTIL_MAX_WAIT;
                    case ERROR_500_FOR_EVER -> repeat == Repeat.NEVER ? 1 : MatrixCell.MAX_ATTEMPTS;
                    case UNAUTHORIZED_FOR_EVER -> 2;
                    default -> 1;
                };
        };
    }

    /** The read before a DELETE has brought the nonce. */
    private static boolean wasSettledByTheLook(MatrixFault fault) {
        return fault == MatrixFault.NONCE;
    }
}
