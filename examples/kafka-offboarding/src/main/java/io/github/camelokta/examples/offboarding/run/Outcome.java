/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.offboarding.event.Closed;
import io.github.camelokta.examples.offboarding.event.FailureHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the application wrote about one event.
 *
 * @param event where the leaver's event stands
 * @param closed the account that is closed; null if none is
 * @param failure the headers that say why none is; empty if one is
 * @param value the record's value
 */
public record Outcome(String event, Closed closed, Map<String, String> failure, byte[] value) {

    static Outcome done(ConsumerRecord<byte[], byte[]> message) {
        Closed closed = Closed.fromJson(message.value());
        return new Outcome(closed.event(), closed, Map.of(), message.value());
    }

    static Outcome failed(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Outcome(headers.get(FailureHeaders.EVENT), null, headers, message.value());
    }

    public boolean isClosed() {
        return closed != null;
    }

    /** Why no account was closed; null if one was. */
    public String cause() {
        return failure.get(FailureHeaders.CAUSE);
    }

    /** One line, for who watches. */
    String line() {
        return isClosed()
                ? event + "  closed      " + closed.id() + ", " + closed.before() + " -> " + closed.after()
                : event + "  not closed  " + cause();
    }
}
