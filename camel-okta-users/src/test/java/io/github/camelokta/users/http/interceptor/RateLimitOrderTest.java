/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes first when the window has room for one call more. */
class RateLimitOrderTest {
    private static final Instant DATE = Instant.parse("2026-11-24T10:00:00Z");

    private final RateLimitGovernor governor = new RateLimitGovernor();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final RateLimitInterceptor interceptor = new RateLimitInterceptor(
            governor.limiter("https://acme.okta.com", "token"), Clock.systemUTC(), (request, context) -> {
                sent.add(request.target());
                if (sent.size() == 1) {
                    answered();
                    return room("2");
                }
                return room("0");
            });

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void a_poll_waits_for_everybody_else() throws Exception {
        assertSecondGoesFirst(
                new Waiting("poll", context(Priority.POLLING)), new Waiting("call", context(Priority.CALL)));
    }

    @Test
    void a_call_that_was_refused_goes_before_one_that_was_never_sent() throws Exception {
        CallContext refused = context(Priority.CALL);
        refused.noteRateLimited();
        assertSecondGoesFirst(waiting("new"), new Waiting("refused", refused));
    }

    @Test
    void calls_of_one_kind_go_in_their_order() throws Exception {
        Waiting earlier = waiting("earlier");
        waitBehindTheFirst(earlier, waiting("later"));
        await().until(() -> sent.size() == 2);
        assertThat(sent).last().isEqualTo(earlier.request().target());
    }

    private void assertSecondGoesFirst(Waiting earlier, Waiting later) throws Exception {
        CompletableFuture<OktaResponse> behind = waitBehindTheFirst(earlier, later);

        assertThat(behind)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .extracting(Throwable::getCause, InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(OktaRateLimitException.class);
        await().until(() -> sent.size() == 2);
        assertThat(sent).last().isEqualTo(later.request().target());
    }

    /** Until the bucket is known one call goes alone; the others stand in line. */
    private CompletableFuture<OktaResponse> waitBehindTheFirst(Waiting earlier, Waiting later) {
        send(waiting("first"));
        await().until(() -> sent.size() == 1);
        CompletableFuture<OktaResponse> waiting = send(earlier);
        await().until(() -> governor.getWaiting() == 1);
        send(later);
        await().until(() -> governor.getWaiting() == 2);
        // The last permit of a window is kept for its end as long as two wait for it.
        send(waiting("one more"));
        await().until(() -> governor.getWaiting() == 3);
        answer.countDown();
        return waiting;
    }

    private CompletableFuture<OktaResponse> send(Waiting call) {
        CompletableFuture<OktaResponse> response = new CompletableFuture<>();
        callers.execute(() -> {
            try {
                response.complete(interceptor.send(call.request(), call.context()));
            } catch (Exception e) {
                response.completeExceptionally(e);
            }
        });
        return response;
    }

    private void answered() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Waiting waiting(String id) {
        return new Waiting(id, context(Priority.CALL));
    }

    private static CallContext context(Priority priority) {
        return CallContext.of(priority, Duration.ofSeconds(10));
    }

    private record Waiting(String id, CallContext context) {
        OktaRequest request() {
            return OktaRequest.of(
                    OktaUsersOperation.suspend, OrgUrl.parse("https://acme.okta.com"), List.of(id), "", Map.of(), null);
        }
    }

    private static OktaResponse room(String remaining) {
        return new OktaResponse(
                200,
                List.of(
                        new Header("Date", "Tue, 24 Nov 2026 10:00:00 GMT"),
                        new Header("X-Rate-Limit-Limit", "3"),
                        new Header("X-Rate-Limit-Remaining", remaining),
                        new Header(
                                "X-Rate-Limit-Reset",
                                String.valueOf(DATE.plusSeconds(30).getEpochSecond()))),
                null);
    }
}
