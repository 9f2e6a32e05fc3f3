/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.fault.Chaos;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.fault.FaultPlan;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.simulator.oauth.ServiceApps;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.simulator.page.PageReader;
import io.github.camelokta.simulator.page.ShownRequests;
import io.github.camelokta.simulator.page.WebPage;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An Okta org in this JVM, listening on the loopback interface.
 *
 * <pre>{@code
 * try (OktaSimulator okta = OktaSimulator.start()) {
 *     SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
 *     // call okta.orgUrl() with "Authorization: SSWS " + okta.token()
 * }
 * }</pre>
 */
public final class OktaSimulator implements AutoCloseable {
    private final OktaSimulatorBuilder setup;
    private final OktaOrg org;
    private final RateLimits limits;
    private final FaultPlan faults;
    private final RequestLog log;
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final ServiceApps serviceApps;
    private final WireMockServer server;

    OktaSimulator(OktaSimulatorBuilder setup) {
        this.setup = setup;
        Clock clock = setup.chaos == null ? setup.clock : Clock.offset(setup.clock, setup.chaos.clockSkew());
        this.faults = new FaultPlan(setup.chaos);
        this.org = new OktaOrg(clock, setup.indexLag);
        setup.attributes.forEach(org.schema()::define);
        this.limits = new RateLimits(clock);
        this.log = new RequestLog(setup.requestLogLimit);
        WebPage page = new WebPage(new PageReader(org, shown(log), setup.token), setup.token, this::reset);
        this.serviceApps = new ServiceApps(clock, org.ids());
        UsersApi api = new UsersApi(org, limits, authorizations, serviceApps);
        this.server = OrgServer.of(setup, api, faults, page, log, clock);
        fill();
    }

    /** An empty org on a free port. */
    public static OktaSimulator start() {
        return builder().start();
    }

    /** The sample org that comes with the simulator: all eight statuses, an administrator, somebody about to leave. */
    public static InputStream sampleSeed() {
        return OktaSimulator.class.getResourceAsStream("sample-org.json");
    }

    /** Says how the org is set up. */
    public static OktaSimulatorBuilder builder() {
        return new OktaSimulatorBuilder();
    }

    /**
     * Runs an org until the process ends.
     *
     * @param args {@code --port 8080 --token 00mine --seed org.json --users 1000 --chaos 7}: port 8080 unless given (0 takes a
     *     free one), the sample org unless {@code --seed} or {@code --users} is given; {@code --help} explains them
     */
    public static void main(String[] args) {
        int status = CommandLine.main(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    OktaSimulator listen() {
        server.start();
        return this;
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
    public String orgUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The SSWS token that the org accepts. */
    public String token() {
        return setup.token;
    }

    /**
     * Lets callers in, until the next reset, whose {@code Authorization} header is this, such as {@code Bearer abc}. What
     * they may do is not looked at. Tokens of service apps get in by themselves: {@link #serviceApps()}.
     */
    public OktaSimulator accept(String authorization) {
        authorizations.add(authorization);
        return this;
    }

    /** Adds an OAuth 2.0 service app, until the next reset. */
    public OktaSimulator serviceApp(ServiceApp app) {
        serviceApps.add(app);
        return this;
    }

    /** The OAuth 2.0 service apps, their tokens and nonces. */
    public ServiceApps serviceApps() {
        return serviceApps;
    }

    /** The server under it all: a stub registered here wins over the org. */
    public WireMockServer wireMock() {
        return server;
    }

    /** The org's state, for seeding and asserting. */
    public OktaOrg org() {
        return org;
    }

    /** Adds a user with this login and status. */
    public SimulatedUser addUser(String login, UserStatus status) {
        return user(login).status(status).add();
    }

    /** Describes a new user; {@link #findUser} finds one that is there. */
    public UserBuilder user(String login) {
        return new UserBuilder(org, login);
    }

    /** Looks a user up by id, login or short name. */
    public Optional<SimulatedUser> findUser(String idOrLogin) {
        return org.find(idOrLogin).map(user -> new SimulatedUser(org, user.id()));
    }

    /** All users, oldest first. */
    public List<SimulatedUser> users() {
        return org.snapshot().stream()
                .map(UserState::id)
                .map(id -> new SimulatedUser(org, id))
                .toList();
    }

    /** What was asked of the org. */
    public RequestLog requests() {
        return log;
    }

    /** Sets how many requests a minute a bucket allows; the buckets' names stand at {@link RateLimits}. */
    public OktaSimulator rateLimit(String bucket, int requestsPerMinute) {
        limits.limit(bucket, requestsPerMinute);
        return this;
    }

    /** The rate limits. */
    public RateLimits rateLimits() {
        return limits;
    }

    /** The next request, whatever it is, meets this fault. */
    public OktaSimulator failNext(Fault fault) {
        return failNext(1, fault);
    }

    /** The next requests, whatever they are, meet this fault. */
    public OktaSimulator failNext(int times, Fault fault) {
        faults.on("*", "**").times(times).fail(fault);
        return this;
    }

    /** The next request of this method and path ({@code *} stands for one segment) meets this fault. */
    public OktaSimulator failNext(String method, String pathPattern, Fault fault) {
        faults.on(method, pathPattern).fail(fault);
        return this;
    }

    /** Faults of the n-th request, of some requests, of all. */
    public FaultPlan faults() {
        return faults;
    }

    /** The chaos that the org is in, if it was set up with one: print it when a test fails. */
    public Optional<Chaos> chaos() {
        return Optional.ofNullable(setup.chaos);
    }

    /**
     * Back to how it was started: users, limits, log, faults, and the stubs on {@link #wireMock()}. The clock goes on, and custom
     * attributes that were defined stay.
     */
    public void reset() {
        server.resetAll();
        faults.clear();
        limits.reset();
        synchronized (org) {
            org.clear();
            fill();
        }
        log.clear();
    }

    private static ShownRequests shown(RequestLog log) {
        return new ShownRequests() {
            @Override
            public long count() {
                return log.count();
            }

            @Override
            public List<Request> newest(int limit) {
                return log.newest(limit).stream()
                        .map(one -> new Request(one.at(), one.method(), one.path(), one.query(), one.status()))
                        .toList();
            }
        };
    }

    private void fill() {
        org.indexLag(setup.chaos == null ? setup.indexLag : setup.indexLag.plus(setup.chaos.indexLag()));
        org.transition(setup.transition);
        authorizations.clear();
        authorizations.add("SSWS " + setup.token);
        serviceApps.clear();
        setup.serviceApps.forEach(serviceApps::add);
        setup.rateLimits.forEach(limits::limit);
        if (setup.seed != null) {
            new SeedReader(org, this::user).read(setup.seed);
        }
    }

    /** Stops listening. */
    public void stop() {
        server.stop();
    }

    /** Stops listening. */
    @Override
    public void close() {
        stop();
    }
}
