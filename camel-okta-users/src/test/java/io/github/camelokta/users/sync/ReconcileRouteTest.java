/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.MassChangeException;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.support.LogCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code okta-users:reconcile} in a route, on a simulated org. */
@ExtendWith(OktaSimulatorExtension.class)
class ReconcileRouteTest {
    private static final String SCOPE = "scope=RAW(status pr)&maxChangePercent=100";

    @TempDir
    Path temp;

    private final OktaSimulator okta;
    private final DefaultCamelContext context = new DefaultCamelContext();

    ReconcileRouteTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeEach
    void start() throws Exception {
        context.disableJMX();
        startContext(context);
    }

    private void startContext(DefaultCamelContext started) {
        OktaUsersComponent component = new OktaUsersComponent(started, name -> null);
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        started.addComponent("okta-users", component);
        started.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void the_report_is_the_body_and_its_results_last_as_long_as_the_exchange() throws Exception {
        List<UserResult> results = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sync")
                        .to(uri("&onMissing=deactivate"))
                        .setProperty("created", simple("${body.created}"))
                        .process(exchange -> exchange.getMessage()
                                .getBody(ReconcileReport.class)
                                .results()
                                .forEachRemaining(results::add));
            }
        });
        SimulatedUser gone = okta.addUser("bea@acme.com", UserStatus.ACTIVE);
        okta.requests().clear();

        Exchange exchange = context.createFluentProducerTemplate()
                .to("direct:sync")
                .withBody(List.of(ann()))
                .send();

        assertThat(exchange.getException()).isNull();
        assertThat(results).extracting(UserResult::change).containsExactly(Change.CREATED, Change.DEACTIVATED);
        assertThat(exchange.getProperty("created")).hasToString("1");
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(true);
        assertThat(gone.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(temp).isEmptyDirectory();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("OktaUsersReconcile")));

        okta.requests().clear();
        context.createFluentProducerTemplate()
                .to("direct:sync")
                .withBody(List.of(ann()))
                .send();
        assertThat(okta.requests().methodsAndPaths()).containsExactly("GET /api/v1/users");
    }

    /** An administrator may have closed the account on purpose. */
    @Test
    void a_warning_says_how_many_closed_accounts_were_opened_again() {
        okta.addUser("ann@acme.com", UserStatus.DEPROVISIONED);
        okta.addUser("bea@acme.com", UserStatus.ACTIVE);
        Object directory = List.of(
                Map.of("login", "ann@acme.com", "status", "ACTIVE"),
                Map.of("login", "bea@acme.com", "status", "ACTIVE"));
        for (int run = 0; run < 2; run++) {
            try (LogCapture log = new LogCapture()) {
                assertThat(send(uri(""), directory).getException()).isNull();
                assertThat(log.lines())
                        .filteredOn(line -> line.startsWith("WARN") && line.contains("mayReactivate"))
                        .hasSize(run == 0 ? 1 : 0)
                        .allMatch(line -> line.contains("reconcile activated 1 users who were DEPROVISIONED"))
                        .noneMatch(line -> line.contains("ann@acme.com"));
            }
        }
    }

    @Test
    void a_dry_run_says_so_and_leaves_no_file() {
        Exchange exchange = send(uri("&dryRun=true"), List.of(ann()));

        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.DRY_RUN)).isEqualTo(true);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(ReconcilePlan.class);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_source_of_any_kind_is_read() {
        String json = " [{\"login\":\"ann@acme.com\",\"status\":\"STAGED\"}] ";
        AtomicBoolean closed = new AtomicBoolean();
        List<Object> sources = List.of(
                List.of(ann()),
                List.of(ann()).iterator(),
                List.of(json.strip().substring(1, json.strip().length() - 1)),
                List.of(json.replaceAll("[\\[\\]]", "").getBytes(StandardCharsets.UTF_8)),
                Stream.of(ann()).onClose(() -> closed.set(true)),
                json,
                json.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        okta.user("ann@acme.com").status(UserStatus.STAGED).add();
        for (Object source : sources) {
            Exchange exchange = send(uri(""), source);
            assertThat(exchange.getException()).as(source.getClass().getName()).isNull();
            assertThat(exchange.getMessage().getBody(ReconcileReport.class).getUnchanged())
                    .isEqualTo(1);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void a_source_that_breaks_off_deactivates_nobody() {
        SimulatedUser bea = okta.addUser("bea@acme.com", UserStatus.ACTIVE);
        String begun = "[{\"login\":\"ann@acme.com\",\"status\":\"STAGED\"}";
        InputStream broken = new SequenceInputStream(stream(begun + ","), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        Iterator<Object> failing = new Iterator<>() {
            private boolean given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (given) {
                    throw new IllegalStateException("the directory went away");
                }
                given = true;
                return ann();
            }
        };
        for (Object source :
                List.of(begun, begun + ",", broken, failing, "{}", "", 7, Map.of("login", "x"), List.of("no"))) {
            Exchange exchange = send(uri("&onMissing=deactivate&minSourceSize=0"), source);
            assertThat(exchange.getException()).as(String.valueOf(source)).isNotNull();
        }
        assertThat(okta.requests().count()).isZero();
        assertThat(bea.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void only_JMX_releases_a_stopped_endpoint() throws Exception {
        try (DefaultCamelContext managed = new DefaultCamelContext()) {
            startContext(managed);
            for (int i = 0; i < 3; i++) {
                okta.addUser("p" + i + "@acme.com", UserStatus.ACTIVE);
            }
            String uri = uri("&onMissing=deactivate&maxDeactivations=1");
            managed.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:sync").to(uri);
                }
            });
            okta.requests().clear();
            assertThat(sync(managed)).isInstanceOf(MassChangeException.class);
            assertThat(sync(managed)).isInstanceOf(MassChangeException.class);
            assertThat(okta.requests().count()).isEqualTo(1);

            MBeanServer jmx =
                    managed.getManagementStrategy().getManagementAgent().getMBeanServer();
            ObjectName endpoint = jmx
                    .queryNames(
                            new ObjectName(
                                    "org.apache.camel:context=" + managed.getManagementName() + ",type=endpoints,*"),
                            null)
                    .stream()
                    .filter(name -> name.getKeyProperty("name").contains("okta-users"))
                    .findFirst()
                    .orElseThrow();
            assertThat(jmx.getAttribute(endpoint, "MassChangeGuardTripped")).isEqualTo(true);
            assertThat(jmx.getAttribute(endpoint, "MassChangeGuardReason").toString())
                    .contains("maxDeactivations (1)");
            jmx.invoke(endpoint, "releaseMassChangeGuard", null, null);
            assertThat(jmx.getAttribute(endpoint, "MassChangeGuardTripped")).isEqualTo(false);
            sync(managed);
            assertThat(okta.requests().count()).isEqualTo(2);
        }
    }

    private static Throwable sync(DefaultCamelContext managed) {
        return managed.createFluentProducerTemplate()
                .to("direct:sync")
                .withBody(List.of(Map.of("login", "p0@acme.com")))
                .send()
                .getException();
    }

    private String uri(String more) {
        return "okta-users:reconcile?" + SCOPE + "&workDirectory=RAW(" + temp + ")" + more;
    }

    private Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> ann() {
        return Map.of(
                "status",
                "STAGED",
                "profile",
                Map.of("login", "ann@acme.com", "email", "ann@acme.com", "firstName", "Ann", "lastName", "User"));
    }
}
