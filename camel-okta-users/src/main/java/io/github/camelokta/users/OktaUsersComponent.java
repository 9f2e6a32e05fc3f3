/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.users.auth.Credentials;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Source;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.TransportOptions;
import io.github.camelokta.users.http.TransportOptions.Proxy;
import io.github.camelokta.users.operation.OperationName;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Manages the users of Okta orgs. Owns what its endpoints share: the connections and the pipelines to each org. */
@Component("okta-users")
public class OktaUsersComponent extends DefaultComponent implements SSLContextParametersAware {
    private final UnaryOperator<String> environment;
    private OktaConnections connections;

    @Metadata
    private OrgConfiguration configuration = new OrgConfiguration();

    @Metadata(label = "advanced")
    private Credentials credentials;

    @Metadata(label = "advanced")
    private ObjectMapper objectMapper = defaultMapper();

    @Metadata(label = "advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long connectTimeout = 10_000;

    @Metadata(label = "advanced", javaType = "java.time.Duration", defaultValue = "60000")
    private long responseTimeout = 60_000;

    @Metadata(label = "advanced", defaultValue = "20")
    private int maxConnections = 20;

    @Metadata(label = "advanced", defaultValue = "67108864")
    private long maxResponseSize = 64L * 1024 * 1024;

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

    public OktaUsersComponent() {
        this(null);
    }

    public OktaUsersComponent(CamelContext context) {
        this(context, System::getenv);
    }

    /**
     * @param environment gives the value of an environment variable, or null
     */
    public OktaUsersComponent(CamelContext context, UnaryOperator<String> environment) {
        super(context);
        this.environment = environment;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        OktaUsersEndpoint endpoint =
                new OktaUsersEndpoint(uri, this, OperationName.resolve(remaining), new OktaUsersConfiguration());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** Options that cannot work are refused now. They were not all there before: Camel Main sets them after doInit. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        transportOptions();
    }

    @Override
    protected void doStop() throws Exception {
        closeConnections();
        super.doStop();
    }

    /** Made at first use, since other threads may get hold of a component before Camel has started it. */
    private synchronized OktaConnections connections() {
        if (connections == null) {
            connections = new OktaConnections(getCamelContext(), transportOptions());
        }
        return connections;
    }

    private synchronized void closeConnections() {
        if (connections != null) {
            connections.close();
            connections = null;
        }
    }

    /** The set of org and credentials that applies to an endpoint. */
    OrgSettings settingsFor(OrgConfiguration endpoint) {
        return OrgSettings.firstGiven(
                endpoint.settings(Source.ENDPOINT, null),
                configuration.settings(Source.COMPONENT, credentials),
                OrgSettings.ofEnvironment(environment));
    }

    /** The client for an org, shared by all endpoints with the same set. */
    OktaClient clientFor(OrgSettings settings) {
        return connections().clientFor(settings);
    }

    private TransportOptions transportOptions() {
        if ((proxyHost == null) != (proxyPort == null)) {
            throw new IllegalArgumentException("proxyHost and proxyPort go together: set both or none");
        }
        requirePositive("connectTimeout", connectTimeout, " ms");
        requirePositive("responseTimeout", responseTimeout, " ms");
        requirePositive("maxConnections", maxConnections, "");
        requirePositive("maxResponseSize", maxResponseSize, "");
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

    private static void requirePositive(String option, long value, String unit) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be 1" + unit + " or more");
        }
    }

    /** Nulls of an object are not sent; those of a map are, since somebody put them there. */
    private static ObjectMapper defaultMapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                .build();
    }

    public OrgConfiguration getConfiguration() {
        return configuration;
    }

    /** The org and the credentials of endpoints that have none of their own. */
    public void setConfiguration(OrgConfiguration configuration) {
        this.configuration = Objects.requireNonNull(configuration);
    }

    public Credentials getCredentials() {
        return credentials;
    }

    /** Credentials of one's own, instead of a token. */
    public void setCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    public ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    /**
     * The mapper that writes request bodies and reads results. The component's own one ignores unknown properties and leaves
     * nulls of objects out.
     */
    public void setObjectMapper(ObjectMapper objectMapper) {
        this.objectMapper = Objects.requireNonNull(objectMapper);
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
}
