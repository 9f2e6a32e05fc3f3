/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.http.transport.TransportOptions;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of a component's connections, the same for all its endpoints. */
public abstract class TransportComponent extends HealthCheckComponent implements SSLContextParametersAware {
    private static final int WHOLE = 100;

    @Metadata(label = "advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long connectTimeout = 10_000;

    @Metadata(label = "advanced", javaType = "java.time.Duration", defaultValue = "60000")
    private long responseTimeout = 60_000;

    @Metadata(label = "advanced", defaultValue = "20")
    private int maxConnections = 20;

    @Metadata(label = "advanced", defaultValue = "67108864")
    private long maxResponseSize = 64L * 1024 * 1024;

    @Metadata(defaultValue = "5")
    private int maxAttempts = 5;

    @Metadata(javaType = "java.time.Duration", defaultValue = "120000")
    private long maxWait = 120_000;

    @Metadata(label = "security")
    private SSLContextParameters sslContextParameters;

    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;

    @Metadata(label = "proxy")
    private String proxyHost;

    @Metadata(label = "proxy")
    private Integer proxyPort;

    @Metadata(label = "proxy")
    private String proxyUsername;

    @Metadata(label = "proxy", secret = true)
    private String proxyPassword;

    @Metadata(label = "advanced")
    private HttpClientConfigurer httpClientConfigurer;

    @Metadata(defaultValue = "100")
    private int rateLimitShare = WHOLE;

    @Metadata(label = "advanced")
    private RateLimitGovernor rateLimitGovernor;

    protected TransportComponent(CamelContext context) {
        super(context);
    }

    /**
     * @throws IllegalArgumentException if options contradict each other
     */
    TransportOptions transportOptions() {
        if ((proxyHost == null) != (proxyPort == null)) {
            throw new IllegalArgumentException("proxyHost and proxyPort go together: set both or none");
        }
        requirePositive("connectTimeout", connectTimeout, " ms");
        requirePositive("responseTimeout", responseTimeout, " ms");
        requirePositive("maxConnections", maxConnections, "");
        requirePositive("maxResponseSize", maxResponseSize, "");
        requirePositive("maxAttempts", maxAttempts, "");
        if (maxWait < 0) {
            throw new IllegalArgumentException("maxWait must be 0 ms or more");
        }
        return new TransportOptions(
                Duration.ofMillis(connectTimeout),
                Duration.ofMillis(responseTimeout),
                maxConnections,
                maxResponseSize,
                sslContextParameters,
                useGlobalSslContextParameters,
                proxyHost == null ? null : new Proxy(proxyHost, proxyPort, proxyUsername, proxyPassword),
                httpClientConfigurer);
    }

    /**
     * The bean, or one of this component's own.
     *
     * @throws IllegalArgumentException if options contradict each other
     */
    RateLimitGovernor governor() {
        if (rateLimitGovernor == null) {
            return new RateLimitGovernor(rateLimitShare);
        }
        if (rateLimitShare != WHOLE) {
            throw new IllegalArgumentException(
                    "rateLimitShare and rateLimitGovernor exclude each other: give the governor its share where it is made");
        }
        return rateLimitGovernor;
    }

    private static void requirePositive(String option, long value, String unit) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be 1" + unit + " or more");
        }
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** The longest time to wait for a connection to Okta. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    /** The longest time to wait for Okta's answer, and for its next bytes. */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    /** The largest number of connections, all of which may lead to one org. */
    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    /** The longest answer that is read, in bytes after inflating. */
    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    /**
     * How often one call is sent at most, the first time included; 1 sends nothing twice. A call is only sent again where that
     * does no harm.
     */
    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public long getMaxWait() {
        return maxWait;
    }

    /**
     * The longest time that one call waits, for the rate limit and between attempts together; the time that Okta takes to
     * answer does not count. A call whose next wait would not fit fails at once.
     */
    public void setMaxWait(long maxWait) {
        this.maxWait = maxWait;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** The TLS configuration. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to use the TLS configuration of the Camel context. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    /** The host name of the HTTP proxy. */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    /** The port of the HTTP proxy. */
    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUsername() {
        return proxyUsername;
    }

    /** The user name for the HTTP proxy. */
    public void setProxyUsername(String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    /** The password for the HTTP proxy. */
    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public HttpClientConfigurer getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    /** A configurer of Camel HTTP's for what no option covers. Retries, redirects and cookies stay off. */
    public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }

    public int getRateLimitShare() {
        return rateLimitShare;
    }

    /**
     * How much of each of Okta's rate limits this component may use, 1 to 100 percent. Set 50 to 80 where others use the same
     * token.
     */
    public void setRateLimitShare(int rateLimitShare) {
        this.rateLimitShare = rateLimitShare;
    }

    public RateLimitGovernor getRateLimitGovernor() {
        return rateLimitGovernor;
    }

    /** Keeps calls within Okta's rate limits. A bean is shared by components that are to count their calls together. */
    public void setRateLimitGovernor(RateLimitGovernor rateLimitGovernor) {
        this.rateLimitGovernor = rateLimitGovernor;
    }
}
