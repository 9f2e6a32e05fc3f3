/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.offboarding.OffboardingApplication;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** The application, started. */
final class RunningApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed;

    private RunningApplication(ConfigurableApplicationContext context, CountDownLatch closed) {
        this.context = context;
        this.closed = closed;
    }

    /** Starts it with these properties, which no file, variable or system property overrides. */
    static RunningApplication start(Map<String, Object> properties) {
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(OffboardingApplication.class)
                .properties(properties) // early enough for logging
                .initializers(starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("run", properties)))
                .listeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown())
                .run();
        return new RunningApplication(context, closed);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where health, metrics and the dev console are to be seen. */
    String actuator() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/actuator";
    }

    /** To be printed when it has started. */
    String watchLine() {
        return "Watch it: " + actuator() + "/health, " + actuator() + "/metrics, " + actuator() + "/camel/okta-users";
    }

    boolean isStopped() {
        return closed.getCount() == 0;
    }

    /** Waits until somebody stops it, as Ctrl-C does. */
    void untilStopped() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
