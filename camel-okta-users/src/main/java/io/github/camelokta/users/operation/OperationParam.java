/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static io.github.camelokta.users.operation.OperationParam.Place.PATH;
import static io.github.camelokta.users.operation.OperationParam.Place.QUERY;

import java.util.Locale;

/**
 * The parameters of the operations, spelled as on the wire and in the URI. The name of a parameter's header is derived:
 * {@code CamelOktaUsers} and the capitalised wire name.
 */
public enum OperationParam {
    userId(PATH, String.class, "The user's id. Where Okta takes it also the login or an unambiguous short login name"),
    associatedUserId(PATH, String.class, "The id or login of the user at the associated end of a linked object"),
    primaryUserId(PATH, String.class, "The id of the user at the primary end of a linked object"),
    relationshipName(PATH, String.class, "The name of a linked object's relationship, primary or associated"),
    primaryRelationshipName(PATH, String.class, "The name of a linked object's primary relationship"),
    roleId(PATH, String.class, "The id of a role assignment"),
    groupId(PATH, String.class, "The id of a group"),
    appName(PATH, String.class, "The name of an application in Okta's catalog, such as salesforce"),
    applicationId(PATH, String.class, "The id of an application instance"),
    clientId(PATH, String.class, "The client id of an OAuth application"),
    grantId(PATH, String.class, "The id of a scope consent grant"),
    tokenId(PATH, String.class, "The id of a refresh token"),

    q(QUERY, String.class, "Finds users whose first name, last name or email starts with this text; not paged by Okta"),
    search(
            QUERY,
            String.class,
            "An expression over any profile attribute and most user properties; includes deprovisioned users"),
    filter(QUERY, String.class, "An expression over a few user properties; includes deprovisioned users"),
    sortBy(QUERY, String.class, "The property to sort by; only together with search"),
    sortOrder(QUERY, String.class, "The order of sorting, asc or desc; only together with sortBy"),
    fields(QUERY, String.class, "The fields to return, such as id,status,profile:(firstName,city)"),
    after(QUERY, String.class, "The cursor of the page to read, as it came with the page before"),
    limit(QUERY, Integer.class, "The number of results on a page, 200 at most"),
    expand(QUERY, String.class, "What to embed in the result, as the operation allows it"),
    activate(QUERY, Boolean.class, "Whether to activate the new user; Okta's default is true"),
    provider(QUERY, Boolean.class, "Whether the new user signs in through the given authentication provider"),
    nextLogin(QUERY, String.class, "With changePassword the new user must change the password at the first sign-in"),
    strict(QUERY, Boolean.class, "Whether password policy is enforced on the new password, age and history included"),
    sendEmail(
            QUERY, Boolean.class, "Whether Okta sends its mail about this; Okta's default differs between operations"),
    revokeSessions(QUERY, Boolean.class, "Whether the user's sessions end as well"),
    oauthTokens(QUERY, Boolean.class, "Whether OpenID Connect and OAuth refresh and access tokens are revoked too"),
    forgetDevices(QUERY, Boolean.class, "Whether the user's remembered factors on all devices are forgotten too"),
    disableNotifications(
            QUERY, Boolean.class, "Whether the new administrator gets none of Okta's mails to administrators"),
    scopeId(QUERY, String.class, "The id of the scope whose grants are listed");

    /** Where in a request a parameter stands. */
    public enum Place {
        PATH,
        QUERY
    }

    private final Place place;
    private final Class<?> type;
    private final String description;
    private final String header;

    OperationParam(Place place, Class<?> type, String description) {
        this.place = place;
        this.type = type;
        this.description = description;
        this.header = "CamelOktaUsers" + name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
    }

    public Place place() {
        return place;
    }

    /** {@code String}, {@code Integer} or {@code Boolean}. */
    public Class<?> type() {
        return type;
    }

    /** One line for the catalog and the manual. */
    public String description() {
        return description;
    }

    /** The message header that sets this parameter, such as {@code CamelOktaUsersUserId}. */
    public String header() {
        return header;
    }
}
