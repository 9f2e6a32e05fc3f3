/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import org.apache.camel.spi.Metadata;

/** The message headers of the component. */
public final class OktaUsersConstants {
    @Metadata(
            label = "producer",
            description = "The operation to call instead of the one in the URI; only with allowOperationHeader=true",
            javaType = "String")
    public static final String OPERATION = "CamelOktaUsersOperation";

    @Metadata(
            label = "producer",
            description = "The user's id. Where Okta takes it also the login or an unambiguous short login name",
            javaType = "String")
    public static final String USER_ID = "CamelOktaUsersUserId";

    @Metadata(
            label = "producer",
            description = "The id or login of the user at the associated end of a linked object",
            javaType = "String")
    public static final String ASSOCIATED_USER_ID = "CamelOktaUsersAssociatedUserId";

    @Metadata(
            label = "producer",
            description = "The id of the user at the primary end of a linked object",
            javaType = "String")
    public static final String PRIMARY_USER_ID = "CamelOktaUsersPrimaryUserId";

    @Metadata(
            label = "producer",
            description = "The name of a linked object's relationship, primary or associated",
            javaType = "String")
    public static final String RELATIONSHIP_NAME = "CamelOktaUsersRelationshipName";

    @Metadata(
            label = "producer",
            description = "The name of a linked object's primary relationship",
            javaType = "String")
    public static final String PRIMARY_RELATIONSHIP_NAME = "CamelOktaUsersPrimaryRelationshipName";

    @Metadata(label = "producer", description = "The id of a role assignment", javaType = "String")
    public static final String ROLE_ID = "CamelOktaUsersRoleId";

    @Metadata(label = "producer", description = "The id of a group", javaType = "String")
    public static final String GROUP_ID = "CamelOktaUsersGroupId";

    @Metadata(
            label = "producer",
            description = "The name of an application in Okta's catalog, such as salesforce",
            javaType = "String")
    public static final String APP_NAME = "CamelOktaUsersAppName";

    @Metadata(label = "producer", description = "The id of an application instance", javaType = "String")
    public static final String APPLICATION_ID = "CamelOktaUsersApplicationId";

    @Metadata(label = "producer", description = "The client id of an OAuth application", javaType = "String")
    public static final String CLIENT_ID = "CamelOktaUsersClientId";

    @Metadata(label = "producer", description = "The id of a scope consent grant", javaType = "String")
    public static final String GRANT_ID = "CamelOktaUsersGrantId";

    @Metadata(label = "producer", description = "The id of a refresh token", javaType = "String")
    public static final String TOKEN_ID = "CamelOktaUsersTokenId";

    @Metadata(
            label = "producer",
            description = "Finds users whose first name, last name or email starts with this text; not paged by Okta",
            javaType = "String")
    public static final String Q = "CamelOktaUsersQ";

    @Metadata(
            label = "producer",
            description =
                    "An expression over any profile attribute and most user properties; includes deprovisioned users",
            javaType = "String")
    public static final String SEARCH = "CamelOktaUsersSearch";

    @Metadata(
            label = "producer",
            description = "An expression over a few user properties; includes deprovisioned users",
            javaType = "String")
    public static final String FILTER = "CamelOktaUsersFilter";

    @Metadata(
            label = "producer",
            description = "The property to sort by; only together with search",
            javaType = "String")
    public static final String SORT_BY = "CamelOktaUsersSortBy";

    @Metadata(
            label = "producer",
            description = "The order of sorting, asc or desc; only together with sortBy",
            javaType = "String")
    public static final String SORT_ORDER = "CamelOktaUsersSortOrder";

    @Metadata(
            label = "producer",
            description = "The fields to return, such as id,status,profile:(firstName,city)",
            javaType = "String")
    public static final String FIELDS = "CamelOktaUsersFields";

    @Metadata(
            label = "producer",
            description = "The cursor of the page to read, as it came with the page before",
            javaType = "String")
    public static final String AFTER = "CamelOktaUsersAfter";

    @Metadata(label = "producer", description = "The number of results on a page, 200 at most", javaType = "Integer")
    public static final String LIMIT = "CamelOktaUsersLimit";

    @Metadata(
            label = "producer",
            description = "What to embed in the result, as the operation allows it",
            javaType = "String")
    public static final String EXPAND = "CamelOktaUsersExpand";

    @Metadata(
            label = "producer",
            description = "Whether to activate the new user; Okta's default is true",
            javaType = "Boolean")
    public static final String ACTIVATE = "CamelOktaUsersActivate";

    @Metadata(
            label = "producer",
            description = "Whether the new user signs in through the given authentication provider",
            javaType = "Boolean")
    public static final String PROVIDER = "CamelOktaUsersProvider";

    @Metadata(
            label = "producer",
            description = "With changePassword the new user must change the password at the first sign-in",
            javaType = "String")
    public static final String NEXT_LOGIN = "CamelOktaUsersNextLogin";

    @Metadata(
            label = "producer",
            description = "Whether password policy is enforced on the new password, age and history included",
            javaType = "Boolean")
    public static final String STRICT = "CamelOktaUsersStrict";

    @Metadata(
            label = "producer",
            description = "Whether Okta sends its mail about this; Okta's default differs between operations",
            javaType = "Boolean")
    public static final String SEND_EMAIL = "CamelOktaUsersSendEmail";

    @Metadata(label = "producer", description = "Whether the user's sessions end as well", javaType = "Boolean")
    public static final String REVOKE_SESSIONS = "CamelOktaUsersRevokeSessions";

    @Metadata(
            label = "producer",
            description = "Whether OpenID Connect and OAuth refresh and access tokens are revoked too",
            javaType = "Boolean")
    public static final String OAUTH_TOKENS = "CamelOktaUsersOauthTokens";

    @Metadata(
            label = "producer",
            description = "Whether the user's remembered factors on all devices are forgotten too",
            javaType = "Boolean")
    public static final String FORGET_DEVICES = "CamelOktaUsersForgetDevices";

    @Metadata(
            label = "producer",
            description = "Whether the new administrator gets none of Okta's mails to administrators",
            javaType = "Boolean")
    public static final String DISABLE_NOTIFICATIONS = "CamelOktaUsersDisableNotifications";

    @Metadata(label = "producer", description = "The id of the scope whose grants are listed", javaType = "String")
    public static final String SCOPE_ID = "CamelOktaUsersScopeId";

    @Metadata(
            label = "producer",
            description = "The ETag that the user must still have; Okta compares the profile alone. Removed once used",
            javaType = "String")
    public static final String IF_MATCH = "CamelOktaUsersIfMatch";

    @Metadata(label = "producer", description = "The HTTP status of Okta's answer", javaType = "Integer")
    public static final String STATUS_CODE = "CamelOktaUsersStatusCode";

    @Metadata(label = "producer", description = "Okta's id of the request, for its support", javaType = "String")
    public static final String REQUEST_ID = "CamelOktaUsersRequestId";

    @Metadata(
            label = "producer",
            description = "The version of the user's profile, for CamelOktaUsersIfMatch",
            javaType = "String")
    public static final String ETAG = "CamelOktaUsersETag";

    @Metadata(
            label = "producer",
            description = "The cursor of the next page, for CamelOktaUsersAfter; absent on the last page",
            javaType = "String")
    public static final String NEXT_AFTER = "CamelOktaUsersNextAfter";

    @Metadata(
            label = "producer",
            description =
                    "False if nothing was changed because all was found to be so already, with deletePolicy=deactivate or"
                            + " idempotent=true; absent otherwise",
            javaType = "Boolean")
    public static final String CHANGED = "CamelOktaUsersChanged";

    @Metadata(
            label = "producer",
            description =
                    "The writes that ensure has sent, in their order, each with its reason; with dryRun=true those it would send",
            javaType = "java.util.List<String>")
    public static final String CALLS = "CamelOktaUsersCalls";

    @Metadata(
            label = "producer",
            description =
                    "True where nothing was written because of dryRun=true, and the body is what would have been sent",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelOktaUsersDryRun";

    @Metadata(
            label = "producer",
            description = "The calls that Okta allows in a window of this operation's rate limit",
            javaType = "Long")
    public static final String RATE_LIMIT_LIMIT = "CamelOktaUsersRateLimitLimit";

    @Metadata(label = "producer", description = "The calls that are left in the current window", javaType = "Long")
    public static final String RATE_LIMIT_REMAINING = "CamelOktaUsersRateLimitRemaining";

    @Metadata(
            label = "producer",
            description = "When the current window ends, in seconds since 1970 UTC",
            javaType = "Long")
    public static final String RATE_LIMIT_RESET = "CamelOktaUsersRateLimitReset";

    @Metadata(
            label = "consumer",
            description = "True on the last exchange of a listing that was read to its end, and on no other",
            javaType = "Boolean")
    public static final String LIST_COMPLETE = "CamelOktaUsersListComplete";

    @Metadata(
            label = "consumer",
            description =
                    "What happened to the user, with mode=changes: created (a hint), changed, deleted or outOfScope",
            javaType = "String")
    public static final String CHANGE_TYPE = "CamelOktaUsersChangeType";

    @Metadata(
            label = "producer",
            description = "How many attempts the call took, where it took more than one",
            javaType = "Integer")
    public static final String ATTEMPTS = "CamelOktaUsersAttempts";

    private OktaUsersConstants() {}
}
