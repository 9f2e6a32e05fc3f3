/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.UserBuilder;
import io.github.camelokta.simulator.limit.RateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The application on topics of its own, with the broker and the org that all tests of this JVM share. An account's login is
 * its own too, so that nothing has to be reset in between.
 */
public final class Bench implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final SimulatedPlatform PLATFORM = SimulatedPlatform.start();

    static {
        noLimits();
        Runtime.getRuntime().addShutdownHook(new Thread(PLATFORM::close));
    }

    private final Map<String, Object> properties = new HashMap<>();
    private RunningApplication application;
    private Topics topics;

    private Bench() {
        String own = "test" + COUNT.incrementAndGet();
        properties.putAll(PLATFORM.target().properties());
        // One attempt in the component, so that what is tested here is the application's own way of starting again.
        properties.put("camel.component.okta-users.max-attempts", 1);
        properties.put("camel.component.okta-users.max-wait", 1_000);
        properties.put("offboarding.leavers-topic", own + ".leavers");
        properties.put("offboarding.done-topic", own + ".leavers.done");
        properties.put("offboarding.failed-topic", own + ".leavers.failed");
        properties.put("offboarding.group-id", own);
        properties.put("offboarding.redelivery-delay", "20ms");
        properties.put("logging.level.io.github.camelokta", "off");
        properties.put("logging.level.org.apache.camel", "off");
    }

    /** A bench that is not started; settings as {@code name=value}. */
    public static Bench with(String... settings) {
        Bench bench = new Bench();
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            bench.properties.put(pair[0], pair[1]);
        }
        return bench;
    }

    /** Starts the application; also again, after {@link #stop()}. */
    public Bench start() {
        application = RunningApplication.start(properties);
        if (topics == null) {
            topics = new Topics(PLATFORM.brokers(), application.bean(OffboardingProperties.class));
        }
        return this;
    }

    /** Where health, metrics and the dev console are to be seen. */
    public String actuator() {
        return application.actuator();
    }

    public void stop() {
        application.close();
    }

    /** Full buckets that nobody empties. */
    public static void noLimits() {
        okta().rateLimits().reset();
        RateLimits.buckets().forEach(bucket -> okta().rateLimit(bucket, 1_000_000));
    }

    public static OktaSimulator okta() {
        return PLATFORM.okta();
    }

    /** The broker's address, for what is beyond the application. */
    public static String brokers() {
        return PLATFORM.brokers();
    }

    /** The name of one of its topics: {@code leavers}, {@code done} or {@code failed}. */
    public String topic(String which) {
        return properties.get("offboarding." + which + "-topic").toString();
    }

    static SimulatedPlatform platform() {
        return PLATFORM;
    }

    public Topics topics() {
        return topics;
    }

    /** Describes an account with a login of its own that has one of everything, and two clients with tokens. */
    public static UserBuilder account() {
        return okta().user("leaver" + COUNT.incrementAndGet() + "@example.com")
                .session()
                .grant("0oaCalendar", "calendar.read")
                .refreshToken("0oaCalendar")
                .refreshToken("0oaMail")
                .factors("push");
    }

    /** The event that names an account by its login. */
    public static String leaving(SimulatedUser account) {
        return leaving(account.login());
    }

    /** The event that names somebody by this login. */
    public static String leaving(String login) {
        return "{\"login\":\"" + login + "\",\"reason\":\"resigned\",\"at\":\"2026-11-20T17:00:00Z\"}";
    }

    /** Publishes an event and waits for its result. */
    public Outcome offboard(String event) {
        return offboard(event.getBytes(StandardCharsets.UTF_8));
    }

    public Outcome offboard(byte[] event) {
        return resultOf(topics.publish(event));
    }

    /** Waits for the one result of the event that stands there, and for its offset to be committed. */
    public Outcome resultOf(String event) {
        long behind = Long.parseLong(event.substring(event.indexOf('@') + 1)) + 1;
        List<Outcome> results = resultsWhen(all -> !of(event, all).isEmpty() && topics.committed() >= behind);
        assertThat(of(event, results)).as("results of %s", event).hasSize(1);
        return of(event, results).get(0);
    }

    /** Reads results until they are enough. */
    public List<Outcome> resultsWhen(Predicate<List<Outcome>> enough) {
        List<Outcome> results = topics.follow(enough, LONGEST, outcome -> {});
        assertThat(enough.test(results)).as("in time: %s", results).isTrue();
        return results;
    }

    /** What the org carried out on an account. */
    public static List<String> carriedOut(SimulatedUser account) {
        return new Writes(okta().requests()).carriedOut(account.id());
    }

    /** What the account still has. */
    public static List<String> left(SimulatedUser account) {
        return Audit.left(account);
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        if (topics != null) {
            topics.close();
        }
    }

    private static List<Outcome> of(String event, List<Outcome> results) {
        return results.stream().filter(result -> event.equals(result.event())).toList();
    }
}
