/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.processor;

import static io.github.camelokta.examples.offboarding.processor.Desk.offboarding;

import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.examples.offboarding.account.OktaRefusals;
import io.github.camelokta.examples.offboarding.event.Closed;
import io.github.camelokta.examples.offboarding.event.FailureHeaders;
import io.github.camelokta.users.api.OktaUsersException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.util.ObjectHelper;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what became of an event: done, failed, or to be read again. */
@Component
public class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    private final Duration giveUpAfter;
    private final Clock clock;

    Results(OffboardingProperties properties, Clock clock) {
        this.giveUpAfter = properties.giveUpAfter();
        this.clock = clock;
    }

    /** Makes the message the event of a closed account. */
    public void done(Exchange exchange) {
        KafkaRecord record = KafkaRecord.of(exchange);
        Closed closed = Closed.of(offboarding(exchange), record.origin(), clock.instant());
        LOG.info("{}: closed {}, {} -> {}", record.origin(), closed.id(), closed.before(), closed.after());
        write(exchange.getMessage(), closed.id().getBytes(StandardCharsets.UTF_8), closed.toJson());
    }

    /** Makes the message the leaver's event again, with headers that say why it failed. */
    public void failed(Exchange exchange) {
        KafkaRecord record = KafkaRecord.of(exchange);
        Map<String, Object> why =
                FailureHeaders.of(failure(exchange), offboarding(exchange), record.origin(), clock.instant());
        LOG.warn("{}: no account closed: {}", record.origin(), why.get(FailureHeaders.CAUSE));
        write(exchange.getMessage(), record.key(), record.value());
        exchange.getMessage().getHeaders().putAll(why);
    }

    /** The event is dealt with. */
    public void commit(Exchange exchange) {
        KafkaRecord.of(exchange).offset().commit();
    }

    /**
     * Whether a failure leaves the event where it is: while the application stops; while Kafka takes no result, without any
     * limit; while Okta may get well, for as long as the case may take.
     */
    public boolean toBeReadAgain(Exchange exchange) {
        if (exchange.getContext().getStatus() != ServiceStatus.Started
                || caught(exchange, KafkaException.class).isPresent()) {
            return true;
        }
        if (!OktaRefusals.mayPass(failure(exchange))) {
            return false;
        }
        Instant now = clock.instant();
        return now.isBefore(offboarding(exchange).failingSince(now).plus(giveUpAfter));
    }

    private static void write(Message message, byte[] key, byte[] value) {
        message.removeHeaders("*");
        message.setHeader(KafkaConstants.KEY, key);
        message.setBody(value);
    }

    /** The failure that says most: Camel's splitter wraps it. */
    private static Throwable failure(Exchange exchange) {
        return caught(exchange, OktaUsersException.class)
                .map(Throwable.class::cast)
                .orElseGet(() -> exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static <T extends Throwable> Optional<T> caught(Exchange exchange, Class<T> type) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return Optional.ofNullable(ObjectHelper.getException(type, failure));
    }
}
