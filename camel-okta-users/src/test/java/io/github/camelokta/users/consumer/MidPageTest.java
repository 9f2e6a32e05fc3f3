/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Processor;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route is stopped or suspended while it is in the middle of a page. */
@ExtendWith(OktaSimulatorExtension.class)
class MidPageTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test&offsetRepository=#states";

    private final KeptStates kept = new KeptStates();
    private final AtomicReference<CompletableFuture<Void>> halting = new AtomicReference<>();

    private interface Halt {
        void halt(RouteController routes) throws Exception;
    }

    private ConsumerFixture consumer(OktaSimulator okta) {
        ConsumerFixture consumer = new ConsumerFixture(okta);
        consumer.context.getRegistry().bind("states", kept);
        return consumer;
    }

    /** Halts the route while the third user is at work, and lets the user go once the consumer knows. */
    private Processor haltingAtTheThird(ConsumerFixture consumer, Halt halt) {
        return exchange -> {
            if (ConsumerFixture.login(exchange).startsWith("user2") && halting.get() == null) {
                halting.set(CompletableFuture.runAsync(() -> {
                    try {
                        halt.halt(consumer.context.getRouteController());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
                await().until(() -> consumer.consumer().isSuspendingOrSuspended()
                        || consumer.consumer().isStoppingOrStopped());
            }
        };
    }

    @Test
    void after_a_graceful_stop_the_next_start_goes_on_with_the_rest_of_the_page(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        List<String> delivered = new ArrayList<>();
        try (ConsumerFixture first = consumer(okta)) {
            first.start(CHANGES, haltingAtTheThird(first, routes -> routes.stopRoute("users")));
            await().until(() -> halting.get() != null && halting.get().isDone());
            halting.get().get();

            assertThat(first.logins()).hasSize(3);
            assertThat(first.failures).isEmpty();
            delivered.addAll(first.logins());
        }
        try (ConsumerFixture second = consumer(okta)) {
            second.start(CHANGES + "&repeatCount=1");
            await().until(() -> second.received.size() == 3);
            delivered.addAll(second.logins());
        }
        assertThat(delivered).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES + "&limit=4", "okta-users:list?limit=4&repeatCount=2"})
    void after_a_suspension_the_rest_of_the_page_comes_first(String uri, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(uri, haltingAtTheThird(consumer, routes -> routes.suspendRoute("users")));
            await().until(() -> halting.get() != null && halting.get().isDone());
            halting.get().get();
            assertThat(consumer.logins()).hasSize(3);

            consumer.context.getRouteController().resumeRoute("users");
            await().until(() -> consumer.received.size() == 6);

            assertThat(consumer.logins()).doesNotHaveDuplicates();
            assertThat(consumer.failures).isEmpty();
        }
    }

    /** The exchange at work ends after the cursor was stored for the last time: it comes again, and so does the rest. */
    @Test
    void after_a_forced_stop_who_was_at_work_comes_again(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture first = consumer(okta)) {
            first.startUnfinished(CHANGES + "&limit=2");
            await().until(() -> first.unfinished.size() == 6);
            first.context.getRouteController().stopRoute("users", 1, TimeUnit.MILLISECONDS);
        }
        try (ConsumerFixture second = consumer(okta)) {
            second.start(CHANGES + "&limit=2&repeatCount=1");
            await().until(() -> second.received.size() == 6);
            assertThat(second.logins()).doesNotHaveDuplicates();
        }
    }
}
