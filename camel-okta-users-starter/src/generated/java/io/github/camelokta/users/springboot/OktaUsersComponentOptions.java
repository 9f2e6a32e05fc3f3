/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import java.time.Duration;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;

/**
 * The component's options in Camel's catalog, from which this class is generated.
 *
 * <p>An option that is not set stays null here and is left as it is on the component; the defaults that an editor shows stand
 * in {@code additional-spring-configuration-metadata.json}. An option that takes an object names a bean ({@code #bean:name}).
 */
public abstract class OktaUsersComponentOptions extends ComponentConfigurationPropertiesCommon {
    /**
     * The org and the credentials of endpoints that have none of their own.
     */
    private String configuration;

    /**
     * How often one call is sent at most, the first time included; with 1 no fault is followed by another attempt.
     * What Okta refuses for the rate limit, or for too many calls at once, does not count: that is bounded by maxWait.
     * A call is only sent again where that does no harm.
     */
    private Integer maxAttempts;

    /**
     * The longest time that one call waits, for the rate limit and between attempts together; the time that Okta takes
     * to answer does not count, unless it is a refusal by the limit. A call whose next wait would not fit fails at
     * once.
     */
    private Duration maxWait;

    /**
     * The URL of the Okta org, such as https://acme.okta.com. It must be https unless it leads to a loopback address,
     * and hold no path and no -admin host.
     */
    private String orgUrl;

    /**
     * How much of each of Okta's rate limits this component may use, 1 to 100 percent. Set 50 to 80 where others use
     * the same token.
     */
    private Integer rateLimitShare;

    /**
     * Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible)
     * occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as
     * a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component
     * allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and
     * therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook
     * into the 3rd party component and make this possible for future releases. By default the consumer will use the
     * org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and
     * ignored.
     */
    private Boolean bridgeErrorHandler;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow
     * CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause
     * the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled
     * during routing messages via Camel's routing error handlers. Beware that when the first message is processed then
     * creating and starting the producer may take a little time and prolong the total processing time of the
     * processing.
     */
    private Boolean lazyStartProducer;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets
     * configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection
     * factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * The longest time to wait for a connection to Okta.
     */
    private Duration connectTimeout;

    /**
     * Credentials of one's own, instead of a token.
     */
    private String credentials;

    /**
     * A configurer of Camel HTTP's for what no option covers. Retries, redirects and cookies stay off.
     */
    private String httpClientConfigurer;

    /**
     * The largest number of connections, all of which may lead to one org.
     */
    private Integer maxConnections;

    /**
     * The longest answer that is read, in bytes after inflating.
     */
    private Long maxResponseSize;

    /**
     * The mapper that writes request bodies and reads results. The component's own one ignores unknown properties and
     * leaves nulls of objects out.
     */
    private String objectMapper;

    /**
     * Keeps calls within Okta's rate limits. A bean is shared by components that are to count their calls together.
     */
    private String rateLimitGovernor;

    /**
     * The longest time to wait for Okta's answer, and for its next bytes.
     */
    private Duration responseTimeout;

    /**
     * Whether Camel converts results (a Map, a JsonNode, or a JSON object as text or bytes) to classes of the
     * application with the objectMapper, as in convertBodyTo. This holds for all messages of the Camel context, so it
     * is off by default.
     */
    private Boolean typeConverterEnabled;

    /**
     * Used for enabling or disabling all consumer based health checks from this component
     */
    private Boolean healthCheckConsumerEnabled;

    /**
     * Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by
     * default disabled all producer based health-checks. You can turn on producer checks globally by setting
     * camel.health.producersEnabled=true.
     */
    private Boolean healthCheckProducerEnabled;

    /**
     * The host name of the HTTP proxy.
     */
    private String proxyHost;

    /**
     * The password for the HTTP proxy.
     */
    private String proxyPassword;

    /**
     * The port of the HTTP proxy.
     */
    private Integer proxyPort;

    /**
     * The user name for the HTTP proxy.
     */
    private String proxyUsername;

    /**
     * Whether the proxy and the trust and key stores of the JVM's system properties (such as https.proxyHost) are used
     * where this component has none of its own.
     */
    private Boolean useSystemProperties;

    /**
     * A ready OAuth 2.0 access token (Bearer). With the prefix file: it is read from that file, and read again after
     * Okta has refused it.
     */
    private String accessToken;

    /**
     * Whether the tokens of a service app are bound to a key of this process (DPoP); auto does so if Okta demands it.
     */
    private String dpop;

    /**
     * The client id of an OAuth 2.0 service app, which signs in with privateKey.
     */
    private String oauthClientId;

    /**
     * The id of the private key, as Okta shows it (kid). A JWK brings its own.
     */
    private String oauthKeyId;

    /**
     * The scopes of the service app's token, separated by blanks. Without it each operation is called with a token of
     * just the scope that it needs.
     */
    private String oauthScopes;

    /**
     * The private key of the OAuth 2.0 service app: a PKCS#8 PEM or a JWK, RSA or EC, not encrypted. With the prefix
     * file: or classpath: it is read from there, from a file again after Okta has refused it. Not taken inline in a
     * URI.
     */
    private String privateKey;

    /**
     * The TLS configuration.
     */
    private String sslContextParameters;

    /**
     * The API token (SSWS). With the prefix file: it is read from that file, and read again after Okta has refused it.
     */
    private String token;

    /**
     * Whether to use the TLS configuration of the Camel context.
     */
    private Boolean useGlobalSslContextParameters;

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public Integer getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(Integer maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public Duration getMaxWait() {
        return maxWait;
    }

    public void setMaxWait(Duration maxWait) {
        this.maxWait = maxWait;
    }

    public String getOrgUrl() {
        return orgUrl;
    }

    public void setOrgUrl(String orgUrl) {
        this.orgUrl = orgUrl;
    }

    public Integer getRateLimitShare() {
        return rateLimitShare;
    }

    public void setRateLimitShare(Integer rateLimitShare) {
        this.rateLimitShare = rateLimitShare;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public String getCredentials() {
        return credentials;
    }

    public void setCredentials(String credentials) {
        this.credentials = credentials;
    }

    public String getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    public void setHttpClientConfigurer(String httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }

    public Integer getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public Long getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(Long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public String getObjectMapper() {
        return objectMapper;
    }

    public void setObjectMapper(String objectMapper) {
        this.objectMapper = objectMapper;
    }

    public String getRateLimitGovernor() {
        return rateLimitGovernor;
    }

    public void setRateLimitGovernor(String rateLimitGovernor) {
        this.rateLimitGovernor = rateLimitGovernor;
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Boolean getTypeConverterEnabled() {
        return typeConverterEnabled;
    }

    public void setTypeConverterEnabled(Boolean typeConverterEnabled) {
        this.typeConverterEnabled = typeConverterEnabled;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUsername() {
        return proxyUsername;
    }

    public void setProxyUsername(String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public Boolean getUseSystemProperties() {
        return useSystemProperties;
    }

    public void setUseSystemProperties(Boolean useSystemProperties) {
        this.useSystemProperties = useSystemProperties;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getDpop() {
        return dpop;
    }

    public void setDpop(String dpop) {
        this.dpop = dpop;
    }

    public String getOauthClientId() {
        return oauthClientId;
    }

    public void setOauthClientId(String oauthClientId) {
        this.oauthClientId = oauthClientId;
    }

    public String getOauthKeyId() {
        return oauthKeyId;
    }

    public void setOauthKeyId(String oauthKeyId) {
        this.oauthKeyId = oauthKeyId;
    }

    public String getOauthScopes() {
        return oauthScopes;
    }

    public void setOauthScopes(String oauthScopes) {
        this.oauthScopes = oauthScopes;
    }

    public String getPrivateKey() {
        return privateKey;
    }

    public void setPrivateKey(String privateKey) {
        this.privateKey = privateKey;
    }

    public String getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(String sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
