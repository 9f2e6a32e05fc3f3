/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static io.github.camelokta.users.support.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.support.RawServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Options that come from properties, which Camel Main sets after it has made the component. */
class ComponentPropertiesTest {
    private static final String PREFIX = "camel.component.okta-users.";

    @Test
    void a_proxy_is_used() throws Exception {
        try (RawServer proxy = RawServer.answering(answer("200 OK", "{}"))) {
            Main main = main("http://127.0.0.1:1");
            main.addInitialProperty(PREFIX + "proxyHost", "127.0.0.1");
            main.addInitialProperty(PREFIX + "proxy-port", "" + proxy.port());
            assertThat(call(main)).isNull();
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void a_size_is_used() throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{\"a\":1}"))) {
            Main main = main(okta.url());
            main.addInitialProperty(PREFIX + "max-response-size", "3");
            assertThat(call(main)).hasMessageContaining("longer than maxResponseSize (3 bytes)");
        }
    }

    @Test
    @Timeout(20)
    void a_duration_is_used() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer okta = new RawServer((request, out, connection) -> over.await(30, TimeUnit.SECONDS))) {
            Main main = main(okta.url());
            main.addInitialProperty(PREFIX + "response-timeout", "200ms");
            long start = System.nanoTime();
            assertThat(call(main)).hasMessageContaining("no whole answer came");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        } finally {
            over.countDown();
        }
    }

    private static Main main(String org) {
        Main main = new Main();
        main.addInitialProperty(PREFIX + "org-url", org);
        main.addInitialProperty(PREFIX + "token", "00token");
        return main;
    }

    private static Exception call(Main main) throws Exception {
        main.start();
        try {
            CamelContext context = main.getCamelContext();
            return context.createFluentProducerTemplate()
                    .to("okta-users:get?userId=a")
                    .send()
                    .getException();
        } finally {
            main.stop();
        }
    }
}
