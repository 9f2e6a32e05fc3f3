/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/** Finds the SSL bundle that {@code camel.component.okta-users.ssl-bundle} names. */
final class SslBundleSelector {
    private static final String OPTION = OktaUsersComponentConfiguration.PREFIX + ".ssl-bundle";

    private final Supplier<SslBundles> bundles;

    /**
     * @param bundles gives null where the application has none
     */
    SslBundleSelector(Supplier<SslBundles> bundles) {
        this.bundles = bundles;
    }

    /**
     * The bundle as Camel's TLS configuration; empty if none is named.
     *
     * @throws IllegalArgumentException if {@code sslContextParameters} is set as well
     * @throws IllegalStateException if Spring Boot's SSL bundles are switched off
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException if there is no bundle of that name
     */
    Optional<SSLContextParameters> select(OktaUsersComponentConfiguration configuration) {
        String name = configuration.getSslBundle();
        if (!StringUtils.hasText(name)) {
            return Optional.empty();
        }
        if (StringUtils.hasText(configuration.getSslContextParameters())) {
            throw new IllegalArgumentException(
                    OPTION + " and ssl-context-parameters exclude each other: set one of them");
        }
        SslBundles all = bundles.get();
        if (all == null) {
            throw new IllegalStateException(
                    OPTION + "=" + name + " needs Spring Boot's SslAutoConfiguration, which is excluded");
        }
        return Optional.of(BundledSslParameters.of(all.getBundle(name)));
    }
}
