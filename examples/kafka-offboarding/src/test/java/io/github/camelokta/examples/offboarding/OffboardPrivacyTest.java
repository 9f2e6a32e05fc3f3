/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logins are personal data, and the credential is a secret: at INFO no log holds either, however it goes. */
class OffboardPrivacyTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void no_login_in_a_log() {
        SimulatedUser closed = Bench.account().add();
        SimulatedUser admin = Bench.account().roles("USER_ADMIN").add();
        SimulatedUser troubled = Bench.account().add();
        String missing = "missing@example.com";
        Bench.okta()
                .faults()
                .on("GET", "/api/v1/users/" + troubled.login().replace("@", "%40"))
                .times(3)
                .fail(Fault.internalError());
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        try (Bench bench = Bench.with(
                        "offboarding.redeliveries=1",
                        "logging.level.io.github.camelokta=info",
                        "logging.level.org.apache.camel=info")
                .start()) {
            root.addAppender(log);
            for (String login : List.of(closed.login(), admin.login(), troubled.login(), missing)) {
                bench.offboard(Bench.leaving(login));
            }
            bench.offboard("{\"login\": " + closed.login() + "}");
        } finally {
            root.detachAppender(log);
        }

        List<String> lines = new ArrayList<>(log.list)
                .stream().flatMap(OffboardPrivacyTest::text).toList();
        assertThat(lines).anyMatch(line -> line.contains("closed " + closed.id()));
        assertThat(lines).anyMatch(line -> line.contains("no account closed"));
        assertThat(lines).anyMatch(line -> line.contains("Will seek consumer to offset"));
        assertThat(lines).noneMatch(line -> line.contains("@example.com") || line.contains("%40example.com"));
        assertThat(lines).noneMatch(line -> line.contains(Bench.okta().token()));
    }

    private static Stream<String> text(ILoggingEvent event) {
        return Stream.of(
                event.getFormattedMessage(),
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
