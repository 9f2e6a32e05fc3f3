/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.processor;

import io.github.camelokta.examples.offboarding.event.Origin;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** A leaver's event as Kafka holds it, kept beside the message that the route works on. */
record KafkaRecord(Origin origin, byte[] key, byte[] value, KafkaManualCommit offset) {
    private static final String PROPERTY = "kafkaRecord";

    /** Takes the record off a message that has just been read. */
    static KafkaRecord keep(Exchange exchange) {
        Message message = exchange.getMessage();
        KafkaRecord record = new KafkaRecord(
                new Origin(
                        message.getHeader(KafkaConstants.TOPIC, String.class),
                        message.getHeader(KafkaConstants.PARTITION, Integer.class),
                        message.getHeader(KafkaConstants.OFFSET, Long.class)),
                message.getHeader(KafkaConstants.KEY, byte[].class),
                message.getBody(byte[].class),
                message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
        exchange.setProperty(PROPERTY, record);
        return record;
    }

    static KafkaRecord of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, KafkaRecord.class);
    }
}
