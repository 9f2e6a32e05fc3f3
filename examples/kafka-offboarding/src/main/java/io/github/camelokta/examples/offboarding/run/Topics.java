/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.examples.offboarding.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The three topics as HR and an onlooker see them. Each has one partition. */
public final class Topics implements AutoCloseable {
    private static final Duration TURN = Duration.ofMillis(100);

    private final OffboardingProperties names;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> results;
    private final List<Outcome> outcomes = new ArrayList<>();

    public Topics(String brokers, OffboardingProperties names) {
        this.names = names;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.results = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        names.groupId(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> both = List.of(first(names.doneTopic()), first(names.failedTopic()));
        results.assign(both);
        results.seekToBeginning(both);
    }

    /** Publishes a leaver's event and returns where it stands. */
    public String publish(byte[] event) {
        try {
            RecordMetadata stands = producer.send(new ProducerRecord<>(names.leaversTopic(), event))
                    .get();
            return new Origin(stands.topic(), stands.partition(), stands.offset()).toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the event", e.getCause());
        }
    }

    public String publish(String event) {
        return publish(event.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads results until they are enough, or the time is over.
     *
     * @param onlooker gets each result as it comes
     * @return all results read so far
     */
    public List<Outcome> follow(Predicate<List<Outcome>> enough, Duration time, Consumer<Outcome> onlooker) {
        Instant end = Instant.now().plus(time);
        while (!enough.test(outcomes) && Instant.now().isBefore(end)) {
            for (ConsumerRecord<byte[], byte[]> message : results.poll(TURN)) {
                Outcome outcome =
                        message.topic().equals(names.doneTopic()) ? Outcome.done(message) : Outcome.failed(message);
                outcomes.add(outcome);
                onlooker.accept(outcome);
            }
        }
        return List.copyOf(outcomes);
    }

    /** The offset that the application has committed; 0 if there is none. */
    public long committed() {
        TopicPartition leavers = first(names.leaversTopic());
        var committed = results.committed(java.util.Set.of(leavers)).get(leavers);
        return committed == null ? 0 : committed.offset();
    }

    /** The offset after the last event. */
    public long end() {
        TopicPartition leavers = first(names.leaversTopic());
        return results.endOffsets(List.of(leavers)).get(leavers);
    }

    @Override
    public void close() {
        producer.close();
        results.close();
    }

    private static TopicPartition first(String topic) {
        return new TopicPartition(topic, 0);
    }
}
