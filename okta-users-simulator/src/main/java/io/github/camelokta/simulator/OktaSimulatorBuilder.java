/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.fault.Chaos;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.simulator.org.ProfileSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Says how a simulated org is set up; {@link #start()} starts it. */
public final class OktaSimulatorBuilder {
    static final String DEFAULT_TOKEN = "00simulated-token";

    final Map<String, Integer> rateLimits = new LinkedHashMap<>();
    final List<ServiceApp> serviceApps = new ArrayList<>();
    int port;
    String token = DEFAULT_TOKEN;
    Clock clock = Clock.systemUTC();
    final Map<String, ProfileSchema.Type> attributes = new LinkedHashMap<>();
    Chaos chaos;
    Duration indexLag = Duration.ZERO;
    Duration transition = Duration.ZERO;
    int requestLogLimit = 10_000;
    byte[] seed;
    Consumer<Duration> sleeper = delay -> LockSupport.parkNanos(delay.toNanos());

    OktaSimulatorBuilder() {}

    /** The port on the loopback interface; 0, the default, takes a free one. */
    public OktaSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** The SSWS token that the org accepts; {@code 00simulated-token} by default. */
    public OktaSimulatorBuilder token(String value) {
        token = value;
        return this;
    }

    /** An OAuth 2.0 service app that the org has from the start, and after each reset. */
    public OktaSimulatorBuilder serviceApp(ServiceApp app) {
        serviceApps.add(app);
        return this;
    }

    /** The clock of timestamps, rate limits, index lag and the {@code Date} header; the system's by default. */
    public OktaSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** How long a write takes to show in {@code search}, {@code filter} and {@code q}; zero by default. */
    public OktaSimulatorBuilder indexLag(Duration value) {
        indexLag = value;
        return this;
    }

    /**
     * How long {@code search}, {@code filter} and {@code q} show a user that was created active as STAGED with
     * {@code transitioningToStatus}; zero by default.
     */
    public OktaSimulatorBuilder transition(Duration value) {
        transition = value;
        return this;
    }

    /** A bad day by this seed: see {@link Chaos}. */
    public OktaSimulatorBuilder chaos(long seed) {
        return chaos(Chaos.of(seed));
    }

    /** A bad day, such as {@link Chaos#any()}. */
    public OktaSimulatorBuilder chaos(Chaos value) {
        chaos = value;
        return this;
    }

    /** A custom attribute of profiles; without {@link #attribute} or a seed file those of a test's users are of any type. */
    public OktaSimulatorBuilder attribute(String name, ProfileSchema.Type type) {
        attributes.put(name, type);
        return this;
    }

    /** How many requests the log keeps; 10,000 by default. */
    public OktaSimulatorBuilder requestLogLimit(int value) {
        requestLogLimit = value;
        return this;
    }

    /** Requests a minute in a bucket; see {@link OktaSimulator#rateLimit(String, int)}. */
    public OktaSimulatorBuilder rateLimit(String bucket, int requestsPerMinute) {
        rateLimits.put(bucket, requestsPerMinute);
        return this;
    }

    /** How a {@link io.github.camelokta.simulator.fault.Fault#delay delayed} answer waits; by default it really does. */
    public OktaSimulatorBuilder sleeper(Consumer<Duration> value) {
        sleeper = value;
        return this;
    }

    /** Fills the org from a JSON file; the manual's page on tests has the format. */
    public OktaSimulatorBuilder seed(Path file) {
        try {
            seed = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seed " + file, e);
        }
        return this;
    }

    /** Fills the org from a JSON stream, which is read now and left open. */
    public OktaSimulatorBuilder seed(InputStream json) {
        try {
            seed = json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seed", e);
        }
        return this;
    }

    /** A simulator that does not listen yet. */
    public OktaSimulator build() {
        return new OktaSimulator(this);
    }

    /** A simulator that listens. */
    public OktaSimulator start() {
        return build().listen();
    }
}
