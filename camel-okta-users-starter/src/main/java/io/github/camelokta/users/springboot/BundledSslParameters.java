/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * Says in Camel's words what an SSL bundle of Spring Boot's holds: keys, trust, protocol, and which ciphers and protocols are
 * enabled. What the bundle leaves open is left to Camel.
 */
final class BundledSslParameters {
    private BundledSslParameters() {}

    static SSLContextParameters of(SslBundle bundle) {
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setSecureSocketProtocol(bundle.getProtocol());
        parameters.setKeyManagers(new Keys(bundle.getManagers()));
        parameters.setTrustManagers(new Trust(bundle.getManagers()));
        enable(bundle.getOptions(), parameters);
        return parameters;
    }

    private static void enable(SslOptions options, SSLContextParameters parameters) {
        if (options.getCiphers() != null) {
            CipherSuitesParameters ciphers = new CipherSuitesParameters();
            ciphers.setCipherSuite(Arrays.asList(options.getCiphers()));
            parameters.setCipherSuites(ciphers);
        }
        if (options.getEnabledProtocols() != null) {
            SecureSocketProtocolsParameters protocols = new SecureSocketProtocolsParameters();
            protocols.setSecureSocketProtocol(Arrays.asList(options.getEnabledProtocols()));
            parameters.setSecureSocketProtocols(protocols);
        }
    }

    private static final class Keys extends KeyManagersParameters {
        private final SslManagerBundle managers;

        Keys(SslManagerBundle managers) {
            this.managers = managers;
        }

        @Override
        public KeyManager[] createKeyManagers() {
            return managers.getKeyManagers();
        }
    }

    private static final class Trust extends TrustManagersParameters {
        private final SslManagerBundle managers;

        Trust(SslManagerBundle managers) {
            this.managers = managers;
        }

        @Override
        public TrustManager[] createTrustManagers() {
            return managers.getTrustManagers();
        }
    }
}
