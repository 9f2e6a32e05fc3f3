/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.ScheduledPollConsumer;

/** A context with a consumer's route on a simulated org, and what the route received. */
final class ConsumerFixture implements AutoCloseable {
    final DefaultCamelContext context = new DefaultCamelContext();
    final List<Exchange> received = Collections.synchronizedList(new ArrayList<>());
    final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closing;
    final List<AsyncCallback> unfinished = Collections.synchronizedList(new ArrayList<>());

    ConsumerFixture(OktaSimulator okta) {
        this(okta.orgUrl(), okta.token());
    }

    ConsumerFixture(String orgUrl, String token) {
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(orgUrl);
        component.getConfiguration().setToken(token);
        // A poll is to fail at the first fault: what the pipeline repeats is tested there.
        component.setMaxAttempts(1);
        context.addComponent("okta-users", component);
        context.getRegistry().bind("failures", (ExceptionHandler) new FailureList());
    }

    static void addUsers(OktaSimulator okta, int count) {
        for (int i = 0; i < count; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }
    }

    /** Starts a route that polls every few milliseconds, and hands each exchange to the step before it notes it. */
    void start(String uri, Processor step) throws Exception {
        String polled = uri + (uri.contains("?") ? "&" : "?") + "initialDelay=0&exceptionHandler=#failures"
                + (uri.contains("delay=") ? "" : "&delay=20");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(polled).routeId("users").process(step).process(received::add);
            }
        });
        context.start();
    }

    void start(String uri) throws Exception {
        start(uri, exchange -> {});
    }

    /** Starts a route whose exchanges stay unfinished until the test finishes them. */
    void startUnfinished(String uri) throws Exception {
        start(uri, new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (closing) {
                    callback.done(true);
                    return true;
                }
                unfinished.add(callback);
                return false;
            }
        });
    }

    ScheduledPollConsumer consumer() {
        return (ScheduledPollConsumer) context.getRoute("users").getConsumer();
    }

    List<String> logins() {
        return List.copyOf(received).stream().map(ConsumerFixture::login).toList();
    }

    static String login(Exchange exchange) {
        Map<?, ?> profile = (Map<?, ?>) exchange.getMessage().getBody(Map.class).get("profile");
        return profile.get("login").toString();
    }

    @Override
    public void close() throws Exception {
        closing = true;
        List.copyOf(unfinished).forEach(callback -> callback.done(false));
        context.getShutdownStrategy().setTimeout(1);
        context.close();
    }

    private final class FailureList implements ExceptionHandler {
        @Override
        public void handleException(Throwable exception) {
            failures.add(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            failures.add(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            failures.add(exception);
        }
    }
}
