/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The connections of one component.
 *
 * @param maxConnections the largest number of connections, all of which may lead to one org
 * @param responseTimeout the longest time for an answer to begin, and from then on to end
 * @param maxResponseSize the longest body that is read, in bytes after inflating
 * @param ssl null for the JVM's own trust
 * @param proxy null for none
 * @param useSystemProperties whether the JVM's proxy and key store are used where none are given here
 * @param configurer null for none
 */
public record TransportOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        int maxConnections,
        long maxResponseSize,
        SSLContextParameters ssl,
        boolean globalSsl,
        Proxy proxy,
        boolean useSystemProperties,
        HttpClientConfigurer configurer) {

    /** The values that may never be shown. */
    public Collection<String> secrets() {
        return proxy == null || proxy.password() == null ? List.of() : List.of(proxy.password());
    }

    /**
     * An HTTP proxy.
     *
     * @param username null for none
     * @param password null for none
     */
    public record Proxy(String host, int port, String username, String password) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
