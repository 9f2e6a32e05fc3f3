/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import io.github.camelokta.examples.offboarding.run.Launcher;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Closes the Okta accounts of the leavers that a Kafka topic names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OffboardingApplication {

    /** Runs it; {@code --help} says how. */
    public static void main(String[] args) {
        System.exit(new Launcher(System.getenv(), System.out, System.err).run(args));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
