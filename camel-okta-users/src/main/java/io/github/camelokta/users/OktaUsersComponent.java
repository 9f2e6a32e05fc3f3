/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Source;
import io.github.camelokta.users.connection.OktaConnections;
import io.github.camelokta.users.connection.OrgConnection;
import io.github.camelokta.users.connection.ProducerHealthChecks;
import io.github.camelokta.users.http.transport.TransportOptions;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.observe.Snapshot;
import io.github.camelokta.users.observe.SnapshotSource;
import io.github.camelokta.users.observe.SnapshotText;
import io.github.camelokta.users.operation.OperationName;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import io.github.camelokta.users.result.JsonTypeConverter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Manages the users of Okta orgs. Owns what its endpoints share: the connections and the interceptor chains to each org. Long
 * because all options of the component stand here: first what they are, then what is made of them, at the end what Camel sets them by.
 */
@Component("okta-users")
@ManagedResource(description = "Component for the users of Okta orgs")
public class OktaUsersComponent extends HealthCheckComponent implements SSLContextParametersAware, SnapshotSource {
    private static final int WHOLE = 100;
    private static final Pattern IN_URI = Pattern.compile("$|file:|classpath:|#");

    @Metadata
    private OrgConfiguration configuration = new OrgConfiguration();

    @Metadata(label = "advanced")
    private Credentials credentials;

    @Metadata(label = "advanced")
    private ObjectMapper objectMapper = defaultMapper();

    @Metadata(label = "advanced", defaultValue = "false")
    private boolean typeConverterEnabled;

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

    @Metadata(label = "proxy", defaultValue = "false")
    private boolean useSystemProperties;

    @Metadata(label = "advanced")
    private HttpClientConfigurer httpClientConfigurer;

    @Metadata(defaultValue = "100")
    private int rateLimitShare = WHOLE;

    @Metadata(label = "advanced")
    private RateLimitGovernor rateLimitGovernor;

    private final UnaryOperator<String> environment;
    private final Observation observation;
    private volatile OktaConnections connections;
    private ProducerHealthChecks producerChecks;
    private boolean converterAdded;
    /** Camel waits for exchanges in flight before it stops components: none of them is to wait for Okta meanwhile. */
    private final LifecycleStrategy stopping = new LifecycleStrategySupport() {
        @Override
        public void onContextStopping(CamelContext context) {
            endWaits();
        }
    };

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
        this(context, environment, InstantSource.system());
    }

    /**
     * @param environment gives the value of an environment variable, or null
     * @param clock for what is shown to people and for health checks
     */
    OktaUsersComponent(CamelContext context, UnaryOperator<String> environment, InstantSource clock) {
        super(context);
        this.environment = environment;
        this.observation = new Observation(this, clock);
    }

    /** Null before Camel has built the component. */
    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        PropertyConfigurer generated = super.getComponentPropertyConfigurer();
        return generated == null ? null : new NumberTextConfigurer(generated);
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        PropertyConfigurer generated = super.getEndpointPropertyConfigurer();
        return generated == null ? null : new NumberTextConfigurer(generated);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        OktaUsersEndpoint endpoint =
                new OktaUsersEndpoint(uri, this, OperationName.resolve(remaining), new OktaUsersConfiguration());
        refuseInlineKey(parameters.get("privateKey"));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** What stands in a URI is seen by many. Only here can it be told from a key that a reference gives. */
    private static void refuseInlineKey(Object key) {
        if (key != null && !IN_URI.matcher(key.toString().strip()).lookingAt()) {
            throw new IllegalArgumentException("A private key must not stand in a URI: set privateKey to file:,"
                    + " classpath: or a reference to a bean (#bean:name), or set it on the component");
        }
    }

    /** Options that cannot work are refused now. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        transportOptions();
        getCamelContext().addLifecycleStrategy(stopping);
        governor();
        addTypeConverter();
    }

    /** Once, since Camel has no way to take it out again when the component stops. */
    private void addTypeConverter() {
        if (typeConverterEnabled && !converterAdded) {
            getCamelContext()
                    .getTypeConverterRegistry()
                    .addFallbackTypeConverter(new JsonTypeConverter(this::getObjectMapper), false);
            converterAdded = true;
        }
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getLifecycleStrategies().remove(stopping);
        closeConnections();
        super.doStop();
    }

    /**
     * Made at first use: Camel Main and Spring Boot set options after a component's init, and other threads may get hold of
     * it before Camel has started it.
     */
    private synchronized OktaConnections connections() {
        if (connections == null) {
            connections = new OktaConnections(
                    getCamelContext(),
                    transportOptions(),
                    getMaxAttempts(),
                    Duration.ofMillis(getMaxWait()),
                    governor(),
                    observation.open(),
                    observation.clock());
        }
        return connections;
    }

    private synchronized void endWaits() {
        if (connections != null) {
            connections.endWaits();
        }
    }

    private synchronized void closeConnections() {
        if (producerChecks != null) {
            producerChecks.close();
            producerChecks = null;
        }
        if (connections != null) {
            connections.close();
            connections = null;
            observation.close();
        }
    }

    /** The set of org and credentials that applies to an endpoint. */
    OrgSettings settingsFor(OrgConfiguration endpoint) {
        return OrgSettings.firstGiven(
                endpoint.settings(Source.ENDPOINT, null),
                configuration.settings(Source.COMPONENT, credentials),
                OrgSettings.ofEnvironment(environment));
    }

    /** The connection to an org, shared by all endpoints with the same set. */
    OrgConnection connectionFor(OrgSettings settings) {
        return connections().connectionFor(settings);
    }

    /** Has Camel check the health of those who call an org. */
    synchronized void checkProducers(OrgSettings settings) {
        if (producerChecks == null) {
            producerChecks = new ProducerHealthChecks(getCamelContext());
        }
        producerChecks.add(
                connections().connectionFor(settings),
                "producer:" + observation.name(),
                Duration.ofMillis(getMaxWait()),
                isHealthCheckProducerEnabled());
    }

    Observation observation() {
        return observation;
    }

    @Override
    public Snapshot snapshot() {
        OktaConnections current = connections;
        int share = getRateLimitGovernor() == null
                ? getRateLimitShare()
                : getRateLimitGovernor().getShare();
        return observation.snapshot(share, current == null ? List.of() : current.all());
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
                useSystemProperties,
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

    /** Nulls of an object are not sent; those of a map are, since somebody put them there. */
    private static ObjectMapper defaultMapper() {
        return OktaJson.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                .build();
    }

    @ManagedAttribute(description = "Calls that wait for a rate limit")
    public int getWaitingCalls() {
        return buckets().mapToInt(Snapshot.Bucket::waiting).sum();
    }

    @ManagedAttribute(description = "Rate limits, as Okta told them last")
    public String[] getRateLimits() {
        return buckets().map(SnapshotText::line).toArray(String[]::new);
    }

    @ManagedAttribute(description = "How old the tokens are that Okta gave for a time")
    public String[] getTokenAges() {
        return snapshot().orgs().stream()
                .flatMap(org -> org.tokens().stream())
                .map(SnapshotText::line)
                .toArray(String[]::new);
    }

    @ManagedAttribute(description = "The last calls that failed, newest first")
    public String[] getLastErrors() {
        return snapshot().orgs().stream()
                .flatMap(org -> org.failures().stream())
                .map(SnapshotText::line)
                .toArray(String[]::new);
    }

    private Stream<Snapshot.Bucket> buckets() {
        return snapshot().orgs().stream().flatMap(org -> org.buckets().stream());
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

    public boolean isTypeConverterEnabled() {
        return typeConverterEnabled;
    }

    /**
     * Whether Camel converts results (a Map, a JsonNode, or a JSON object as text or bytes) to classes of the application with the objectMapper, as in convertBodyTo. This holds for all messages of the Camel context, so it is off by default.
     */
    public void setTypeConverterEnabled(boolean typeConverterEnabled) {
        this.typeConverterEnabled = typeConverterEnabled;
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
     * How often one call is sent at most, the first time included; with 1 no fault is followed by another attempt. What Okta
     * refuses for the rate limit, or for too many calls at once, does not count: that is bounded by maxWait. A call is only sent
     * again where that does no harm.
     */
    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public long getMaxWait() {
        return maxWait;
    }

    /**
     * The longest time that one call waits, for the rate limit and between attempts together; the time that Okta takes to
     * answer does not count, unless it is a refusal by the limit. A call whose next wait would not fit fails at once.
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

    public boolean isUseSystemProperties() {
        return useSystemProperties;
    }

    /**
     * Whether the proxy and the trust and key stores of the JVM's system properties (such as https.proxyHost) are used where this component has none of its own.
     */
    public void setUseSystemProperties(boolean useSystemProperties) {
        this.useSystemProperties = useSystemProperties;
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
