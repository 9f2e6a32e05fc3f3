/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import io.github.camelokta.examples.offboarding.account.Account;
import io.github.camelokta.examples.offboarding.account.Offboarding;
import io.github.camelokta.examples.offboarding.account.OktaRefusals;
import io.github.camelokta.examples.offboarding.account.Protection;
import io.github.camelokta.examples.offboarding.account.Step;
import io.github.camelokta.examples.offboarding.event.Closed;
import io.github.camelokta.examples.offboarding.event.FailureHeaders;
import io.github.camelokta.examples.offboarding.event.LeaverReader;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OktaUsersException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stands between the routes and the decisions: takes what a decision needs off the exchange, and notes its outcome there. */
@Component
class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final LeaverReader reader;
    private final Protection protection;
    private final Patience patience;
    private final Clock clock;

    Desk(OffboardingProperties properties, Clock clock) {
        this.reader = new LeaverReader(clock);
        this.protection = new Protection(properties.protectedAccounts(), properties.closeAdmins());
        this.patience = new Patience(properties.giveUpAfter(), clock);
        this.clock = clock;
    }

    /** Keeps the record, and of its headers none: they come from outside, and headers are what calls are made of. */
    void take(Exchange exchange) {
        KafkaRecord record = KafkaRecord.keep(exchange);
        exchange.getMessage().removeHeaders("*");
        exchange.setProperty(Case.PROPERTY, new Case(record, new Offboarding(reader.read(record.value()))));
    }

    void lookUp(Exchange exchange) {
        exchange.getMessage()
                .setHeader(OktaUsersConstants.USER_ID, offboarding(exchange).leaver().idOrLogin());
    }

    /** From here on the account goes by its id. */
    void found(Exchange exchange) {
        Account account = account(exchange);
        offboarding(exchange).found(account);
        exchange.getMessage().setHeader(OktaUsersConstants.USER_ID, account.id());
    }
}
