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
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.observe.Snapshot;
import io.github.camelokta.users.operation.OperationName;
import io.github.camelokta.users.result.JsonTypeConverter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.LifecycleStrategySupport;

/** Manages the users of Okta orgs. Owns what its endpoints share: the connections and the pipelines to each org. */
@Component("okta-users")
@ManagedResource(description = "Component for the users of Okta orgs")
public class OktaUsersComponent extends ObservedComponent {
    private static final Pattern IN_URI = Pattern.compile("$|file:|classpath:|#");

    private final UnaryOperator<String> environment;
    private final Observation observation;
    private volatile OktaConnections connections;
    private ProducerHealthChecks producerChecks;
    /** Camel waits for exchanges in flight before it stops components: none of them is to wait for Okta meanwhile. */
    private final LifecycleStrategy stopping = new LifecycleStrategySupport() {
        @Override
        public void onContextStopping(CamelContext context) {
            endWaits();
        }
    };

    @Metadata
    private OrgConfiguration configuration = new OrgConfiguration();

    @Metadata(label = "advanced")
    private Credentials credentials;

    @Metadata(label = "advanced")
    private ObjectMapper objectMapper = defaultMapper();

    @Metadata(label = "advanced", defaultValue = "false")
    private boolean typeConverterEnabled;

    private boolean converterAdded;

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

    /** Nulls of an object are not sent; those of a map are, since somebody put them there. */
    private static ObjectMapper defaultMapper() {
        return OktaJson.builder()
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

    public boolean isTypeConverterEnabled() {
        return typeConverterEnabled;
    }

    /**
     * Whether Camel converts results (a Map, a JsonNode, or a JSON object as text or bytes) to classes of the application with the objectMapper, as in convertBodyTo. This holds for all messages of the Camel context, so it is off by default.
     */
    public void setTypeConverterEnabled(boolean typeConverterEnabled) {
        this.typeConverterEnabled = typeConverterEnabled;
    }
}
