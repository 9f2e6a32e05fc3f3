/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.oktasdk;

import com.okta.sdk.impl.client.DefaultClientBuilder;
import com.okta.sdk.impl.config.ClientConfiguration;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** The only way to more connections than five: there is no option. */
final class WideClientBuilder extends DefaultClientBuilder {
    private static final int CONNECTIONS = 64;

    @Override
    protected PoolingHttpClientConnectionManagerBuilder createHttpClientConnectionManagerBuilder(
            ClientConfiguration configuration) {
        return super.createHttpClientConnectionManagerBuilder(configuration)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS);
    }
}
