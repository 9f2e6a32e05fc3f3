/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Everything that can be set; the defaults stand in {@code application.properties}.
 *
 * @param leaversTopic where the leavers' events come from
 * @param doneTopic where the closed accounts are reported
 * @param failedTopic where the events go that closed no account
 * @param groupId Kafka's consumer group
 * @param consumers how many consumers share the partitions
 * @param protectedAccounts ids and logins of accounts that are never closed
 * @param closeAdmins whether administrators' accounts are closed like others
 * @param redeliveries how often a leaver is begun anew before the event is read again
 * @param redeliveryDelay the wait before the first of these; it doubles each time
 * @param maximumRedeliveryDelay the longest wait
 * @param giveUpAfter how long an event may fail for reasons that may pass, before it goes to failedTopic
 */
@ConfigurationProperties("offboarding")
public record OffboardingProperties(
        String leaversTopic,
        String doneTopic,
        String failedTopic,
        String groupId,
        int consumers,
        List<String> protectedAccounts,
        boolean closeAdmins,
        int redeliveries,
        Duration redeliveryDelay,
        Duration maximumRedeliveryDelay,
        Duration giveUpAfter) {

    public OffboardingProperties {
        protectedAccounts = protectedAccounts == null ? List.of() : List.copyOf(protectedAccounts);
    }
}
