/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersEndpoint;
import io.github.camelokta.users.support.SimulatedContexts;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source counts only as a whole: what broke off, was read before or goes on after its end deactivates nobody. */
@ExtendWith(OktaSimulatorExtension.class)
class WholeSourceTest {
    private static final int PEOPLE = 20;
    private static final int BROKEN_AT = 8;
    private static final String URI =
            "okta-users:reconcile?scope=RAW(status pr)&onMissing=deactivate&maxChangePercent=100";

    private final OktaSimulator okta;
    private DefaultCamelContext context;

    WholeSourceTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeEach
    void start() throws Exception {
        context = SimulatedContexts.on(okta);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:sync").noStreamCaching().to(URI);
            }
        });
        context.start();
        IntStream.range(0, PEOPLE).forEach(i -> okta.addUser(login(i), UserStatus.ACTIVE));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    /** The first attempt fails at an element; what is left looks like a whole directory. */
    static Stream<Function<AtomicInteger, Object>> oneShotSources() {
        return Stream.of(
                failures -> failing(failures),
                failures -> people().map(person -> brokenOnce(person, failures)),
                failures -> (OneShotIterable) () -> failing(failures),
                failures -> new FailingOnce(failures),
                failures ->
                        new BufferedReader(new StringReader(json(0, BROKEN_AT) + " oops " + json(BROKEN_AT, PEOPLE))));
    }

    /** An iterable over one resource: its second iterator goes on where the first one stopped. */
    private interface OneShotIterable extends Iterable<Object>, Closeable {
        @Override
        default void close() {}
    }

    @ParameterizedTest
    @MethodSource("oneShotSources")
    void a_source_that_can_be_read_only_once_is_not_begun_again_by_a_redelivery(
            Function<AtomicInteger, Object> source) {
        AtomicInteger failures = new AtomicInteger();

        Exchange exchange = send("direct:sync", source.apply(failures));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read only once");
        requireEverybodyActive();
        assertThat(context.getEndpoint(URI, OktaUsersEndpoint.class).isMassChangeGuardTripped())
                .isFalse();
    }

    @Test
    void a_source_that_is_opened_anew_for_each_attempt_is_read_again() {
        AtomicInteger failures = new AtomicInteger();

        Exchange exchange = send("direct:sync", (Iterable<Object>) () -> failing(failures));

        assertThat(exchange.getException()).isNull();
        assertThat(failures).hasValue(1);
        requireEverybodyActive();
    }

    @Test
    void an_iterator_that_was_read_to_its_end_is_not_taken_for_an_empty_directory() {
        Iterator<Object> source = people().iterator();

        assertThat(send(URI + "&dryRun=true", source).getException()).isNull();
        assertThat(send(URI + "&minSourceSize=0", source).getException()).hasMessageContaining("read only once");
        requireEverybodyActive();
    }

    @Test
    void of_two_threads_one_reads_it() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Iterator<Object> source = people().iterator();
        Function<String, Exchange> reader = uri -> {
            try {
                both.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return send(uri, source);
        };
        List<Exchange> exchanges =
                Stream.of(URI, URI + "&minSourceSize=0").parallel().map(reader).toList();

        assertThat(exchanges)
                .extracting(Exchange::getException)
                .filteredOn(e -> e == null)
                .hasSize(1);
        requireEverybodyActive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$s%2$s",
                "%1$s oops",
                "%1$s,{}",
                "%1$s]",
                "[%1$s]%2$s",
                "%1$s\u0000",
            })
    void what_follows_the_array_is_an_error(String text) {
        String whole = text.formatted(json(0, PEOPLE / 2), json(PEOPLE / 2, PEOPLE));

        for (Object source : List.of(whole, bytes(whole), new ByteArrayInputStream(bytes(whole)))) {
            assertThat(send(URI, source).getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("reconcile ")
                    .hasMessageNotContainingAny("oops", "p1@acme.com");
        }
        requireEverybodyActive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'login':'p0@acme.com','status':'ACTIVE','status':'DEPROVISIONED'}",
                "{'login':'p0@acme.com','profile':{'city':'Oslo','city':'Bergen'}}",
                "{'login':'p0@acme.com','status':'DEPROVISIONED'}{'login':'p1@acme.com'}",
                "{'login':'p0@acme.com','status':'DEPROVISIONED'} oops",
            })
    void two_objects_in_one_text_and_a_name_that_stands_twice_are_errors(String person) {
        String json = person.replace('\'', '"');
        List<Object> sources =
                new ArrayList<>(List.of(List.of(json), List.of(bytes(json)), List.of(new StringBuilder(json))));
        sources.add("[" + json + "]");
        for (Object source : sources) {
            assertThat(send("okta-users:reconcile?scope=RAW(status pr)", source).getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContainingAny("Oslo", "p0@acme.com", "oops");
        }
        assertThat(send("okta-users:ensure", json).getException()).isInstanceOf(IllegalArgumentException.class);
        requireEverybodyActive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'profile':{'city':'Oslo','city':'Bergen'}}",
                "{'profile':{'city':'Oslo'},'profile':{'city':'Bergen'}}",
                "{'profile':{'city':'Oslo'}}{'profile':{'city':'Bergen'}}",
            })
    void a_body_of_any_operation_names_each_property_once(String body) {
        SimulatedUser user = okta.findUser(login(0)).orElseThrow();
        okta.requests().clear();

        Exchange exchange = send("okta-users:partialUpdate?userId=" + user.id(), body.replace('\'', '"'));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("Oslo", "Bergen");
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void a_map_whose_keys_are_the_same_text_is_no_user() {
        Map<Object, Object> profile = Map.of(1, "a", "1", "b");
        assertThat(send(URI, List.of(Map.of("login", login(0), "profile", profile)))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class);
        requireEverybodyActive();
    }

    private Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }

    private void requireEverybodyActive() {
        assertThat(okta.users()).hasSize(PEOPLE).allMatch(user -> user.status() == UserStatus.ACTIVE);
    }

    private static Stream<Object> people() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> Map.of("login", login(i), "status", "ACTIVE"));
    }

    private static Object brokenOnce(Object person, AtomicInteger failures) {
        if (person.toString().contains(login(BROKEN_AT)) && failures.compareAndSet(0, 1)) {
            throw new IllegalStateException("the directory is out of reach");
        }
        return person;
    }

    private static Iterator<Object> failing(AtomicInteger failures) {
        Iterator<Object> people = people().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return people.hasNext();
            }

            @Override
            public Object next() {
                if (!people.hasNext()) {
                    throw new NoSuchElementException();
                }
                return brokenOnce(people.next(), failures);
            }
        };
    }

    /** Fails at its half, and goes on with what looks like an array. */
    private static final class FailingOnce extends InputStream {
        private final AtomicInteger failures;
        private final InputStream first = new ByteArrayInputStream(bytes(json(0, BROKEN_AT)));
        private final InputStream rest = new ByteArrayInputStream(bytes(json(BROKEN_AT, PEOPLE)));

        FailingOnce(AtomicInteger failures) {
            this.failures = failures;
        }

        @Override
        public int read() throws IOException {
            if (failures.get() > 0) {
                return rest.read();
            }
            int next = first.read();
            if (next == ']') {
                failures.incrementAndGet();
                throw new IOException("the directory is out of reach");
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int next = read();
            if (next < 0) {
                return -1;
            }
            buffer[offset] = (byte) next;
            return 1;
        }
    }

    private static String json(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"login\":\"" + login(i) + "\"}")
                .toList()
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String login(int number) {
        return "p" + number + "@acme.com";
    }
}
