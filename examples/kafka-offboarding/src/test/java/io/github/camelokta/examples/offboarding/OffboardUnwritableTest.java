/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.simulator.SimulatedUser;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kafka does not take the result: the event stays, and is read until Kafka does. */
class OffboardUnwritableTest {
    private static final String LIMIT = "max.message.bytes";

    @ParameterizedTest
    @CsvSource({"done, ", "failed, USER_ADMIN"})
    void no_offset_without_a_result(String topic, String role) throws Exception {
        SimulatedUser account = role == null
                ? Bench.account().add()
                : Bench.account().roles(role).add();
        Bench bench = Bench.with("offboarding.redeliveries=1");
        try (bench;
                Admin admin = Admin.create(Map.of("bootstrap.servers", Bench.brokers()))) {
            NewTopic tiny = new NewTopic(bench.topic(topic), 1, (short) 1).configs(Map.of(LIMIT, "10"));
            admin.createTopics(List.of(tiny)).all().get();
            bench.start();

            String event = bench.topics().publish(Bench.leaving(account));
            await().atMost(20, SECONDS).until(() -> readings(account) >= 2);
            assertThat(bench.topics().committed()).isZero();
            assertThat(bench.resultsWhen(all -> true)).isEmpty();

            ConfigEntry enough = new ConfigEntry(LIMIT, "100000");
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, tiny.name()),
                            List.of(new AlterConfigOp(enough, OpType.SET))))
                    .all()
                    .get();
            assertThat(bench.resultOf(event).isClosed()).isEqualTo(role == null);
        }
    }

    private static int readings(SimulatedUser account) {
        return Bench.okta()
                .requests()
                .matching("GET", "/api/v1/users/" + account.id() + "/roles")
                .size();
    }
}
