/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static io.github.camelokta.users.operation.Bucket.*;
import static io.github.camelokta.users.operation.HttpMethod.*;
import static io.github.camelokta.users.operation.OperationGroup.*;
import static io.github.camelokta.users.operation.OperationParam.*;
import static io.github.camelokta.users.operation.Repeat.*;
import static io.github.camelokta.users.operation.Row.row;
import static io.github.camelokta.users.operation.Scope.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table: one constant is one operation of Okta's User API, spelled as in the URI, and says everything there is to know
 * of it. Sources: Okta's OpenAPI document for method, path, query and scope; the rate-limit lines of Okta's Terraform
 * provider for the bucket; Okta's error list and recorded answers for what a repeat does.
 */
public enum OktaUsersOperation implements Operation {
    // spotless:off
    list(row(USERS, GET, "/api/v1/users")
            .query(q, after, limit, filter, search, sortBy, sortOrder, fields, expand).pages("User")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists users, page by page. Without search or filter, deprovisioned users are left out by Okta")),
    create(row(USERS, POST, "/api/v1/users")
            .query(OperationParam.activate, provider, nextLogin).body("CreateUserRequest").object("User")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Creates a user, active at once unless activate=false")),
    get(row(USERS, GET, "/api/v1/users/{userId}")
            .query(expand).object("User")
            .needs(USERS_READ, READ_BY_ID, SAFE)
            .says("Reads one user by id, login or short login name")),
    update(row(USERS, PUT, "/api/v1/users/{userId}")
            .query(strict).body("User").conditional().object("User")
            .needs(USERS_MANAGE, WRITE_BY_ID, CONVERGES)
            .says("Replaces a user: every profile attribute that the body leaves out is set to null")),
    partialUpdate(row(USERS, POST, "/api/v1/users/{userId}")
            .query(strict).body("User").conditional().object("User")
            .needs(USERS_MANAGE, WRITE_BY_ID, CONVERGES)
            .says("Changes the given attributes of a user and leaves the others as they are")),
    deactivateOrDelete(row(USERS, DELETE, "/api/v1/users/{userId}")
            .query(sendEmail)
            .needs(USERS_MANAGE, WRITE_BY_ID, DESTRUCTIVE)
            .says("Deactivates a user, or erases a user for ever who is deactivated already")),
    activate(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/activate")
            .query(sendEmail).object("UserActivationToken")
            .needs(USERS_MANAGE, SHARED, STATE_GUARDED).probe(Probes.ACTIVATED)
            .says("Activates a staged or deprovisioned user; Okta sends a mail unless sendEmail=false")),
    reactivate(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/reactivate")
            .query(sendEmail).object("UserActivationToken")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Starts the activation of a user anew who never finished it")),
    deactivate(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/deactivate")
            .query(sendEmail)
            .needs(USERS_MANAGE, SHARED, STATE_GUARDED).probe(Probes.DEPROVISIONED)
            .says("Deactivates a user: no sign-in, applications are taken away")),
    suspend(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/suspend")
            .needs(USERS_MANAGE, SHARED, STATE_GUARDED).probe(Probes.SUSPENDED)
            .says("Suspends an active user: no sign-in, nothing is lost")),
    unsuspend(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/unsuspend")
            .needs(USERS_MANAGE, SHARED, STATE_GUARDED).probe(Probes.ACTIVE_AGAIN)
            .says("Makes a suspended user active again")),
    unlock(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/unlock")
            .needs(USERS_MANAGE, SHARED, STATE_GUARDED).probe(Probes.UNLOCKED)
            .says("Unlocks a user who is locked out after too many failed sign-ins")),
    expirePassword(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/expire_password")
            .object("User")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.PASSWORD_EXPIRED)
            .says("Makes the user choose a new password at the next sign-in")),
    expirePasswordAndGetTemporaryPassword(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/expire_password_with_temp_password")
            .query(revokeSessions).object("TempPassword")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Replaces the password by a temporary one, which is returned once, and expires it")),
    resetPassword(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/reset_password")
            .requiredQuery(sendEmail).query(revokeSessions).object("ResetPasswordToken")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Starts a password reset: a one-time link by mail, or returned when sendEmail=false")),
    resetFactors(row(LIFECYCLE, POST, "/api/v1/users/{userId}/lifecycle/reset_factors")
            .needs(USERS_MANAGE, SHARED, CONVERGES)
            .says("Removes all factors that the user has enrolled for multifactor authentication")),
    changePassword(row(CREDENTIALS, POST, "/api/v1/users/{userId}/credentials/change_password")
            .query(strict).body("ChangePasswordRequest").object("UserCredentials")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Changes the password; the old one is checked")),
    changeRecoveryQuestion(row(CREDENTIALS, POST, "/api/v1/users/{userId}/credentials/change_recovery_question")
            .body("UserCredentials").object("UserCredentials")
            .needs(USERS_MANAGE, SHARED, CONVERGES)
            .says("Changes the recovery question and answer; the current password is checked")),
    forgotPassword(row(CREDENTIALS, POST, "/api/v1/users/{userId}/credentials/forgot_password")
            .query(sendEmail).object("ForgotPasswordResponse")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Starts the forgotten-password flow: a one-time link by mail, or returned when sendEmail=false")),
    forgotPasswordSetNewPassword(row(CREDENTIALS, POST, "/api/v1/users/{userId}/credentials/forgot_password_recovery_question")
            .query(sendEmail).body("UserCredentials").object("UserCredentials")
            .needs(USERS_MANAGE, SHARED, NEVER)
            .says("Sets a new password if the answer to the recovery question is right")),
    clearSessions(row(SESSIONS, DELETE, "/api/v1/users/{userId}/sessions")
            .query(oauthTokens, forgetDevices)
            .needs(USERS_MANAGE, SHARED, CONVERGES)
            .says("Ends the user's sessions, with oauthTokens=true the OpenID Connect and OAuth tokens too")),
    listRoles(row(ROLES, GET, "/api/v1/users/{userId}/roles")
            .query(expand).list("Role")
            .needs(ROLES_READ, SHARED, SAFE)
            .says("Lists the administrator roles assigned to a user")),
    assignRole(row(ROLES, POST, "/api/v1/users/{userId}/roles")
            .query(disableNotifications).body("AssignRoleRequest").object("Role")
            .needs(ROLES_MANAGE, SHARED, STATE_GUARDED).probe(Probes.ROLE_ASSIGNED)
            .says("Assigns an administrator role to a user")),
    getRole(row(ROLES, GET, "/api/v1/users/{userId}/roles/{roleId}")
            .object("Role")
            .needs(ROLES_READ, SHARED, SAFE)
            .says("Reads one role assignment of a user")),
    removeRole(row(ROLES, DELETE, "/api/v1/users/{userId}/roles/{roleId}")
            .needs(ROLES_MANAGE, SHARED, CONVERGES).probe(Probes.ROLE_REMOVED)
            .says("Takes an administrator role away from a user")),
    listAppTargets(row(TARGETS, GET, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps")
            .query(after, limit).pages("CatalogApplication")
            .needs(ROLES_READ, SHARED, SAFE)
            .says("Lists the applications that an administrator role is limited to")),
    addAllAppTargets(row(TARGETS, PUT, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps")
            .needs(ROLES_MANAGE, SHARED, CONVERGES)
            .says("Lifts the limit of an administrator role to certain applications")),
    addAppTarget(row(TARGETS, PUT, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}")
            .needs(ROLES_MANAGE, SHARED, CONVERGES).probe(Probes.APP_TARGETED)
            .says("Limits an administrator role to an application, with all its instances")),
    addAppInstanceTarget(row(TARGETS, PUT, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}/{applicationId}")
            .needs(ROLES_MANAGE, SHARED, CONVERGES).probe(Probes.APP_INSTANCE_TARGETED)
            .says("Limits an administrator role to one instance of an application")),
    removeAppTarget(row(TARGETS, DELETE, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}")
            .needs(ROLES_MANAGE, SHARED, STATE_GUARDED).probe(Probes.APP_NOT_TARGETED)
            .says("Takes an application off the targets of an administrator role; Okta refuses the last one")),
    removeAppInstanceTarget(row(TARGETS, DELETE, "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}/{applicationId}")
            .needs(ROLES_MANAGE, SHARED, STATE_GUARDED).probe(Probes.APP_INSTANCE_NOT_TARGETED)
            .says("Takes an application instance off the targets of an administrator role; Okta refuses the last one")),
    listGroupTargets(row(TARGETS, GET, "/api/v1/users/{userId}/roles/{roleId}/targets/groups")
            .query(after, limit).pages("Group")
            .needs(ROLES_READ, SHARED, SAFE)
            .says("Lists the groups that an administrator role is limited to")),
    addGroupTarget(row(TARGETS, PUT, "/api/v1/users/{userId}/roles/{roleId}/targets/groups/{groupId}")
            .needs(ROLES_MANAGE, SHARED, CONVERGES).probe(Probes.GROUP_TARGETED)
            .says("Limits an administrator role to a group")),
    removeGroupTarget(row(TARGETS, DELETE, "/api/v1/users/{userId}/roles/{roleId}/targets/groups/{groupId}")
            .needs(ROLES_MANAGE, SHARED, STATE_GUARDED).probe(Probes.GROUP_NOT_TARGETED)
            .says("Takes a group off the targets of an administrator role; Okta refuses the last one")),
    listGrants(row(GRANTS, GET, "/api/v1/users/{userId}/grants")
            .query(scopeId, expand, after, limit).pages("OAuth2ScopeConsentGrant")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the scopes that a user has consented to")),
    getGrant(row(GRANTS, GET, "/api/v1/users/{userId}/grants/{grantId}")
            .query(expand).object("OAuth2ScopeConsentGrant")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Reads one scope consent of a user")),
    revokeGrant(row(GRANTS, DELETE, "/api/v1/users/{userId}/grants/{grantId}")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.GRANT_REVOKED)
            .says("Revokes one scope consent of a user")),
    revokeGrants(row(GRANTS, DELETE, "/api/v1/users/{userId}/grants")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.GRANTS_REVOKED)
            .says("Revokes all scope consents of a user")),
    listClients(row(CLIENTS, GET, "/api/v1/users/{userId}/clients")
            .list("OAuth2Client")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the OAuth applications for which the user has grants or tokens")),
    listClientGrants(row(CLIENTS, GET, "/api/v1/users/{userId}/clients/{clientId}/grants")
            .query(expand, after, limit).pages("OAuth2ScopeConsentGrant")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the scopes that a user has consented to for one OAuth application")),
    revokeClientGrants(row(CLIENTS, DELETE, "/api/v1/users/{userId}/clients/{clientId}/grants")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.CLIENT_GRANTS_REVOKED)
            .says("Revokes all scope consents of a user for one OAuth application")),
    listRefreshTokens(row(CLIENTS, GET, "/api/v1/users/{userId}/clients/{clientId}/tokens")
            .query(expand, after, limit).pages("OAuth2RefreshToken")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the refresh tokens of a user for one OAuth application")),
    getRefreshToken(row(CLIENTS, GET, "/api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}")
            .query(expand, limit, after).object("OAuth2RefreshToken")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Reads one refresh token of a user for one OAuth application")),
    revokeRefreshToken(row(CLIENTS, DELETE, "/api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.TOKEN_REVOKED)
            .says("Revokes one refresh token of a user for one OAuth application")),
    revokeRefreshTokens(row(CLIENTS, DELETE, "/api/v1/users/{userId}/clients/{clientId}/tokens")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.TOKENS_REVOKED)
            .says("Revokes all refresh tokens of a user for one OAuth application")),
    getLinkedObjects(row(LINKED_OBJECTS, GET, "/api/v1/users/{userId}/linkedObjects/{relationshipName}")
            .query(after, limit).list("ResponseLinks")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the users that a user is linked to by a relationship, such as manager or subordinate")),
    setLinkedObject(row(LINKED_OBJECTS, PUT, "/api/v1/users/{associatedUserId}/linkedObjects/{primaryRelationshipName}/{primaryUserId}")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.LINKED)
            .says("Links a user to a primary user, in place of a former one")),
    removeLinkedObject(row(LINKED_OBJECTS, DELETE, "/api/v1/users/{userId}/linkedObjects/{relationshipName}")
            .needs(USERS_MANAGE, SHARED, CONVERGES).probe(Probes.UNLINKED)
            .says("Removes the link of a user for a relationship")),
    listAppLinks(row(RELATED, GET, "/api/v1/users/{userId}/appLinks")
            .list("AppLink")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the links on the user's dashboard to assigned applications")),
    listGroups(row(RELATED, GET, "/api/v1/users/{userId}/groups")
            .list("Group")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the groups that a user is a member of")),
    listIdentityProviders(row(RELATED, GET, "/api/v1/users/{userId}/idps")
            .list("IdentityProvider")
            .needs(USERS_READ, SHARED, SAFE)
            .says("Lists the identity providers that a user is linked to"));
    // spotless:on

    /** The largest page that Okta hands out; its default is 20 on most paged rows. */
    public static final int LARGEST_PAGE = 200;

    private final Row row;

    OktaUsersOperation(Row row) {
        this.row = row.check(name());
    }

    /** The row of this exact name. */
    public static Optional<OktaUsersOperation> named(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(name))
                .findFirst();
    }

    public OperationGroup group() {
        return row.group;
    }

    public HttpMethod method() {
        return row.method;
    }

    public PathTemplate path() {
        return row.path;
    }

    /** Path parameters, all of them required, in the order of the path. */
    public List<OperationParam> pathParams() {
        return row.path.params();
    }

    /** All query parameters, the required ones too. */
    public List<OperationParam> queryParams() {
        return List.copyOf(row.query);
    }

    /** Query parameters without which Okta refuses the call, and has no default. */
    public List<OperationParam> requiredQueryParams() {
        return List.copyOf(row.requiredQuery);
    }

    public boolean takes(OperationParam param) {
        return row.path.params().contains(param) || row.query.contains(param);
    }

    /** Okta's name for the JSON object that the call must carry; empty where it carries none. */
    public Optional<String> body() {
        return Optional.ofNullable(row.body);
    }

    public ResultKind result() {
        return row.result;
    }

    /** Okta's name for the result or, of a list, of its elements; empty where there is none. */
    public Optional<String> resultType() {
        return Optional.ofNullable(row.resultType);
    }

    /** Whether Okta hands the list out in pages, by {@code after} and {@code limit}. */
    public boolean paged() {
        return row.paged;
    }

    /** Whether Okta compares {@code If-Match} with the version of the user's profile. */
    public boolean conditional() {
        return row.conditional;
    }

    public Scope scope() {
        return row.scope;
    }

    public Bucket bucket() {
        return row.bucket;
    }

    public Repeat repeat() {
        return row.repeat;
    }

    /** How to tell that the call's effect stands already; empty where it cannot be told. */
    public Optional<Probe> probe() {
        return Optional.ofNullable(row.probe);
    }

    @Override
    public String description() {
        return row.description;
    }
}
