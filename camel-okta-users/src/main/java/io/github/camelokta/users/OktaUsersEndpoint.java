/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.ListMode;
import io.github.camelokta.users.audit.WriteAudit;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.observe.SnapshotText;
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Operation;
import io.github.camelokta.users.producer.Action;
import io.github.camelokta.users.sync.MassChangeGuard;
import io.github.camelokta.users.sync.ReconcileHealthCheck;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Manage the users of an Okta org: their lifecycle, credentials, sessions, roles, grants and links. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "okta-users",
        title = "Okta Users",
        syntax = "okta-users:operation",
        category = {Category.CLOUD, Category.SECURITY},
        headersClass = OktaUsersConstants.class)
@ManagedResource(description = "Endpoint of an operation on Okta's users")
public class OktaUsersEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {
    private static final long DEFAULT_DELAY = 60_000;

    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final MassChangeGuard guard = new MassChangeGuard();
    private final Operation named;
    private OrgSettings settings;
    private ReconcileHealthCheck guardHealth;

    @UriPath(
            description = "The operation of Okta's User API",
            enums = "list,create,get,update,partialUpdate,deactivateOrDelete,activate,reactivate,"
                    + "deactivate,suspend,unsuspend,unlock,expirePassword,"
                    + "expirePasswordAndGetTemporaryPassword,resetPassword,resetFactors,changePassword,"
                    + "changeRecoveryQuestion,forgotPassword,forgotPasswordSetNewPassword,clearSessions,"
                    + "listRoles,assignRole,getRole,removeRole,listAppTargets,addAllAppTargets,addAppTarget,"
                    + "addAppInstanceTarget,removeAppTarget,removeAppInstanceTarget,listGroupTargets,"
                    + "addGroupTarget,removeGroupTarget,listGrants,getGrant,revokeGrant,revokeGrants,"
                    + "listClients,listClientGrants,revokeClientGrants,listRefreshTokens,getRefreshToken,"
                    + "revokeRefreshToken,revokeRefreshTokens,getLinkedObjects,setLinkedObject,"
                    + "removeLinkedObject,listAppLinks,listGroups,listIdentityProviders,ensure,reconcile")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private final OktaUsersConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "" + DEFAULT_DELAY,
            description = "Milliseconds before the next poll.")
    private long delay = -1;

    public OktaUsersEndpoint(
            String uri, OktaUsersComponent component, Operation operation, OktaUsersConfiguration configuration) {
        super(uri, component);
        this.operation = operation.name();
        this.named = operation;
        this.configuration = configuration;
    }

    @Override
    public OktaUsersComponent getComponent() {
        return (OktaUsersComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() {
        return new OktaUsersProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        new EndpointCheck(named, configuration).checkConsumer(isGreedy());
        Consumer consumer = configuration.getMode() == ListMode.changes
                ? new OktaUsersChangesConsumer(this, processor)
                : new OktaUsersConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The default is in milliseconds, whatever the time unit of the options is. */
    @Override
    protected void doConfigureConsumer(Consumer consumer) {
        super.doConfigureConsumer(consumer);
        if (delay < 0 && consumer instanceof ScheduledPollConsumer scheduled) {
            scheduled.setDelay(Math.max(1, getTimeUnit().convert(DEFAULT_DELAY, TimeUnit.MILLISECONDS)));
        }
    }

    @Override
    public long getDelay() {
        return delay;
    }

    /** The time before the next poll, in the unit of timeUnit. */
    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    /** What cannot work is said when the endpoint starts, before a message is lost on it. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        settings = getComponent().settingsFor(configuration);
        new EndpointCheck(named, configuration).check();
        client();
        if (named == CompositeOperation.reconcile) {
            guardHealth = ReconcileHealthCheck.register(
                    getCamelContext(), guard, toString(), getComponent().isHealthCheckProducerEnabled());
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (guardHealth != null) {
            guardHealth.unregister();
            guardHealth = null;
        }
        super.doStop();
    }

    /** What each message has done; null where that is up to the message. */
    Action action() {
        boolean chosenByMessage = configuration.isAllowOperationHeader() && named instanceof OktaUsersOperation;
        return chosenByMessage ? null : new ActionFactory(this).create(named);
    }

    /** The row of the table; of composites there is none. */
    OktaUsersOperation operation() {
        return (OktaUsersOperation) named;
    }

    OrgSettings settings() {
        return settings;
    }

    OktaClient client() {
        return getComponent().connectionFor(settings).client();
    }

    /** Tells of what this endpoint writes. */
    WriteAudit audit() {
        // Found now: a write that a stop ends has its event too, when the component knows no connection any more.
        Credentials credentials = getComponent().connectionFor(settings).credentials();
        return new WriteAudit(this, credentials::principal, Clock.systemUTC());
    }

    /**
     * The class to bind results to; null where there is none.
     *
     * @throws IllegalArgumentException if it is not on the class path
     */
    Class<?> outputClass() {
        String name = configuration.getOutputClass();
        if (name == null) {
            return null;
        }
        Class<?> type = getCamelContext().getClassResolver().resolveClass(name);
        if (type == null) {
            throw new IllegalArgumentException("Option outputClass names " + name
                    + ", which is not on the class path: give the fully qualified name of a class that is");
        }
        return type;
    }

    MassChangeGuard guard() {
        return guard;
    }

    /** Whether reconcile is refused because a plan went beyond its limits; the endpoint is not healthy then. */
    @ManagedAttribute(description = "Whether reconcile is stopped because a plan went beyond its limits")
    public boolean isMassChangeGuardTripped() {
        return guard.isTripped();
    }

    /** Which limit the plan went beyond; null where none did. */
    @ManagedAttribute(description = "Which limit the plan went beyond")
    public String getMassChangeGuardReason() {
        return guard.reason();
    }

    /** Lets reconcile run again. The next plan is held against the limits like any other. */
    @ManagedOperation(description = "Lets reconcile run again after a plan went beyond its limits")
    public void releaseMassChangeGuard() {
        guard.release();
    }

    /** Keeps the cursors of consumers without a repository, so that one that is stopped and started again continues. */
    StateRepository<String, String> memory() {
        return memory;
    }

    ObjectMapper mapper() {
        return getComponent().getObjectMapper();
    }

    /** The URL of the org; null before the endpoint has started. */
    @Override
    public String getServiceUrl() {
        return settings == null ? null : settings.org().toString();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @ManagedAttribute(description = "The operation of Okta's User API")
    public String getOperation() {
        return operation;
    }

    @ManagedAttribute(description = "The org")
    public String getOrg() {
        return getServiceUrl();
    }

    @ManagedAttribute(description = "The rate limits that calls of this operation are counted in, for each caller")
    public String[] getRateLimits() {
        // A composite calls whatever it needs.
        String bucket = named instanceof OktaUsersOperation row ? row.bucket().label() : null;
        return SnapshotText.limits(getComponent().snapshot(), getServiceUrl(), bucket);
    }

    public OktaUsersConfiguration getConfiguration() {
        return configuration;
    }
}
