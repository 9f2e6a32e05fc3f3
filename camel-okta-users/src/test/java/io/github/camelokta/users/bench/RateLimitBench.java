/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.api.OktaRateLimitException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * In real time: 200 suspends by 8 callers, where 60 are allowed in each 5 s. The best that can be is 15 s: three windows to be
 * waited for. Run it with {@code -Dtest=RateLimitBench -Dbench=true}.
 */
@EnabledIfSystemProperty(named = "bench", matches = "true")
class RateLimitBench {
    private static final int CALLS = 200;
    private static final int CALLERS = 8;
    private static final int SECONDS = 5;
    private static final int IDEAL = 15;
    private static final int MOST_TRIES = 5;

    /** A component with a governor of its own, as a JVM of its own has. */
    private final class Client implements AutoCloseable {
        final DefaultCamelContext context = new DefaultCamelContext();
        final AtomicInteger left;
        final AtomicInteger failed = new AtomicInteger();

        Client(WindowedOrg org, int calls) {
            left = new AtomicInteger(calls);
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            component.getConfiguration().setOrgUrl(org.url());
            component.getConfiguration().setToken("00bench");
            context.addComponent("okta-users", component);
            context.start();
        }

        void call(CountDownLatch start) {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            while (left.getAndDecrement() > 0) {
                if (!suspended()) {
                    failed.incrementAndGet();
                }
            }
        }

        private boolean suspended() {
            for (int i = 0; i < MOST_TRIES; i++) {
                Exchange exchange = context.createFluentProducerTemplate()
                        .to("okta-users:suspend?userId=00ub0oNGTSWTBKOLGLNR")
                        .send();
                if (!exchange.isFailed()) {
                    return true;
                }
                if (exchange.getException(OktaRateLimitException.class) == null) {
                    return false;
                }
            }
            return false;
        }

        @Override
        public void close() {
            context.stop();
        }
    }

    private static void awaitWindow() throws InterruptedException {
        long next = (Instant.now().toEpochMilli() / (SECONDS * 1000) + 1) * SECONDS * 1000 + 30;
        new CountDownLatch(1).await(next - Instant.now().toEpochMilli(), TimeUnit.MILLISECONDS);
    }

    private void run(String name, int jvms, int mostRefused, double mostTime) throws Exception {
        try (WindowedOrg org = new WindowedOrg(60, SECONDS)) {
            List<Client> clients = new ArrayList<>();
            CountDownLatch start = new CountDownLatch(1);
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int jvm = 0; jvm < jvms; jvm++) {
                Client client = new Client(org, CALLS / jvms);
                clients.add(client);
                for (int i = 0; i < CALLERS; i++) {
                    callers.add(CompletableFuture.runAsync(() -> client.call(start), task -> new Thread(task).start()));
                }
            }
            awaitWindow();
            long begun = System.nanoTime();
            start.countDown();
            callers.forEach(CompletableFuture::join);
            double seconds = (System.nanoTime() - begun) / 1e9;
            int failed =
                    clients.stream().mapToInt(client -> client.failed.get()).sum();
            System.out.printf(
                    "%s: %.2f s, %.4f x the ideal, %d answers of 429, %d failed%n",
                    name, seconds, seconds / IDEAL, org.refused(), failed);
            clients.forEach(Client::close);
            assertThat(failed).isZero();
            assertThat(org.refused()).isLessThanOrEqualTo(mostRefused);
            assertThat(seconds / IDEAL).isLessThanOrEqualTo(mostTime);
        }
    }

    @Test
    void alone() throws Exception {
        run("alone", 1, 0, 1.01);
    }

    @Test
    void two_JVMs() throws Exception {
        run("two JVMs", 2, 2, 1.08);
    }
}
