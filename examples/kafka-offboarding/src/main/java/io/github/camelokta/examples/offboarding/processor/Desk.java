/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.processor;

import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.examples.offboarding.account.Account;
import io.github.camelokta.examples.offboarding.account.Offboarding;
import io.github.camelokta.examples.offboarding.account.OktaRefusals;
import io.github.camelokta.examples.offboarding.account.Protection;
import io.github.camelokta.examples.offboarding.account.Step;
import io.github.camelokta.examples.offboarding.event.LeaverReader;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.support.ExpressionAdapter;
import org.springframework.stereotype.Component;

/** Stands between the routes and the decisions: takes what a decision needs off the exchange, and notes what came of it. */
@Component
public class Desk {
    private final LeaverReader reader;
    private final Protection protection;
    private final OpenCases cases;

    Desk(OffboardingProperties properties, OpenCases cases, Clock clock) {
        this.cases = cases;
        this.reader = new LeaverReader(clock);
        this.protection = new Protection(properties.protectedAccounts(), properties.closeAdmins());
    }

    /** Keeps the record, and of its headers none: they come from outside, and headers are what calls are made of. */
    public void take(Exchange exchange) {
        KafkaRecord record = KafkaRecord.keep(exchange);
        exchange.getMessage().removeHeaders("*");
        exchange.setProperty(Offboarding.class.getName(), cases.of(record.origin(), reader.read(record.value())));
    }

    public void lookUp(Exchange exchange) {
        user(exchange, offboarding(exchange).leaver().idOrLogin());
    }

    /** From here on the account goes by its id. */
    public void found(Exchange exchange) {
        Account account = account(exchange);
        offboarding(exchange).found(account);
        user(exchange, account.id());
    }

    public void protect(Exchange exchange) {
        protection.check(offboarding(exchange).account(), listed(exchange));
    }

    public void foundClients(Exchange exchange) {
        offboarding(exchange)
                .clients(listed(exchange).stream()
                        .map(client -> client.get("client_id").toString())
                        .toList());
    }

    public Expression clients() {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return offboarding(exchange).clients();
            }
        };
    }

    public void ended(Exchange exchange) {
        offboarding(exchange).ended(account(exchange));
    }

    public Predicate needs(Step step) {
        return exchange -> offboarding(exchange).needs(step);
    }

    public Processor sent(Step step) {
        return exchange -> {
            Message message = exchange.getMessage();
            if (Boolean.FALSE.equals(message.getHeader(OktaUsersConstants.CHANGED))) {
                offboarding(exchange).skip(step, "Okta had done it already");
            } else {
                offboarding(exchange).sent(step, message.getHeader(OktaUsersConstants.CLIENT_ID, String.class));
            }
        };
    }

    public Predicate excuses(Step step) {
        return exchange -> excuse(step, exchange).isPresent();
    }

    public Processor skip(Step step) {
        return exchange ->
                offboarding(exchange).skip(step, excuse(step, exchange).orElseThrow());
    }

    /** The case that an exchange is about; null while its event was not read. */
    static Offboarding offboarding(Exchange exchange) {
        return exchange.getProperty(Offboarding.class.getName(), Offboarding.class);
    }

    private static Optional<String> excuse(Step step, Exchange exchange) {
        // A doCatch asks its onWhen while the exception still stands on the exchange, and is done once it has been
        // moved.
        OktaUsersException refusal = exchange.getException() == null
                ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, OktaUsersException.class)
                : exchange.getException(OktaUsersException.class);
        return OktaRefusals.excuse(step, offboarding(exchange).account(), refusal);
    }

    private static void user(Exchange exchange, String idOrLogin) {
        exchange.getMessage().setHeader(OktaUsersConstants.USER_ID, idOrLogin);
    }

    private static Account account(Exchange exchange) {
        return Account.of(exchange.getMessage().getBody(Map.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> listed(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}
