/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.simulator.OktaSimulator;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka and an Okta org in this JVM, on free ports of the loopback interface. */
public final class SimulatedPlatform implements AutoCloseable {
    private static final int PARTITIONS = 1;

    private final EmbeddedKafkaBroker broker;
    private final OktaSimulator okta;

    private SimulatedPlatform(EmbeddedKafkaBroker broker, OktaSimulator okta) {
        this.broker = broker;
        this.okta = okta;
    }

    /** Starts both, with these topics. */
    public static SimulatedPlatform start(String... topics) {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, topics)
                .brokerProperties(Map.of("group.initial.rebalance.delay.ms", "0", "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        return new SimulatedPlatform(broker, OktaSimulator.start());
    }

    public OktaSimulator okta() {
        return okta;
    }

    /** The broker's address. */
    public String brokers() {
        return broker.getBrokersAsString();
    }

    Target target() {
        return Target.simulated(brokers(), okta.orgUrl(), okta.token());
    }

    @Override
    public void close() {
        okta.close();
        broker.destroy();
    }
}
