/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Closes the Okta accounts of those whom a Kafka topic names as leavers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OffboardingApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
