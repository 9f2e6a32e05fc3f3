/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.operation.OktaUsersOperation;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Manage the users of an Okta org: their lifecycle, credentials, sessions, roles, grants and links. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "okta-users",
        title = "Okta Users",
        syntax = "okta-users:operation",
        producerOnly = true,
        category = {Category.CLOUD, Category.SECURITY},
        headersClass = OktaUsersConstants.class)
public class OktaUsersEndpoint extends DefaultEndpoint implements EndpointServiceLocation {
    private OrgSettings settings;

    @UriPath(
            description = "The operation of Okta's User API",
            enums = "list,create,get,update,partialUpdate,deactivateOrDelete,activate,reactivate,deactivate,"
                    + "suspend,unsuspend,unlock,expirePassword,expirePasswordAndGetTemporaryPassword,"
                    + "resetPassword,resetFactors,changePassword,changeRecoveryQuestion,forgotPassword,"
                    + "forgotPasswordSetNewPassword,clearSessions,listRoles,assignRole,getRole,removeRole,"
                    + "listAppTargets,addAllAppTargets,addAppTarget,addAppInstanceTarget,removeAppTarget,"
                    + "removeAppInstanceTarget,listGroupTargets,addGroupTarget,removeGroupTarget,listGrants,"
                    + "getGrant,revokeGrant,revokeGrants,listClients,listClientGrants,revokeClientGrants,"
                    + "listRefreshTokens,getRefreshToken,revokeRefreshToken,revokeRefreshTokens,"
                    + "getLinkedObjects,setLinkedObject,removeLinkedObject,listAppLinks,listGroups,"
                    + "listIdentityProviders")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private final OktaUsersConfiguration configuration;

    public OktaUsersEndpoint(
            String uri,
            OktaUsersComponent component,
            OktaUsersOperation operation,
            OktaUsersConfiguration configuration) {
        super(uri, component);
        this.operation = operation.name();
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
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "okta-users:" + operation + " cannot be consumed from: use it in to(), behind a timer for example");
    }

    /** What cannot work is said when the endpoint starts, before a message is lost on it. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        settings = getComponent().settingsFor(configuration);
        new EndpointCheck(operation(), configuration).check();
        client();
    }

    OktaUsersOperation operation() {
        return OktaUsersOperation.valueOf(operation);
    }

    OrgSettings settings() {
        return settings;
    }

    OktaClient client() {
        return getComponent().clientFor(settings);
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

    public String getOperation() {
        return operation;
    }

    public OktaUsersConfiguration getConfiguration() {
        return configuration;
    }
}
