/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component {@code okta-users}, as Spring Boot's properties: those of Camel's catalog, which are generated,
 * and the starter's own one.
 */
@ConfigurationProperties(prefix = OktaUsersComponentConfiguration.PREFIX)
public class OktaUsersComponentConfiguration extends OktaUsersComponentOptions {
    static final String PREFIX = "camel.component.okta-users";

    /**
     * The SSL bundle of Spring Boot's (spring.ssl.bundle) that connections to Okta use. Not together with
     * sslContextParameters.
     */
    private String sslBundle;

    public String getSslBundle() {
        return sslBundle;
    }

    public void setSslBundle(String sslBundle) {
        this.sslBundle = sslBundle;
    }
}
