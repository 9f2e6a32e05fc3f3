/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.error;

/**
 * An Okta error: its HTTP status and the summary that people read.
 *
 * <p>{@code %s} in a summary stands for the subject of the refusal, such as the name of the invalid property.
 */
public enum ErrorCode {
    E0000001(400, "Api validation failed: %s"),
    E0000003(400, "The request body was not well-formed."),
    E0000006(403, "You do not have permission to perform the requested action"),
    E0000007(404, "Not found: Resource not found: %s"),
    E0000008(404, "The requested path was not found"),
    E0000009(500, "Internal Server Error"),
    E0000010(503, "Service is in read only mode"),
    E0000011(401, "Invalid token provided"),
    E0000014(403, "Update of credentials failed"),
    E0000015(401, "You do not have permission to access the feature you are requesting"),
    E0000016(403, "Activation failed because the user is already active"),
    E0000017(403, "Password reset failed"),
    E0000018(400, "Bad request. Accept and/or Content-Type headers are likely not set."),
    E0000019(400, "Bad request. Accept and/or Content-Type headers likely do not match supported values."),
    E0000022(405, "The endpoint does not support the provided HTTP method"),
    E0000023(403, "Operation failed because user profile is mastered under another system"),
    E0000028(400, "The request is missing a required parameter."),
    E0000031(400, "Invalid search criteria."),
    E0000032(403, "Unlock is not allowed for this user."),
    E0000033(400, "Bad request. Can't specify a search query and filter in the same request."),
    E0000034(403, "Forgot password not allowed on specified user."),
    E0000035(403, "Change password not allowed on specified user."),
    E0000036(403, "Change recovery question not allowed on specified user."),
    E0000038(403, "This operation is not allowed in the user's current status."),
    E0000047(429, "API call exceeded rate limit due to too many requests."),
    E0000080(403, "The password does not meet the complexity requirements of the current password policy."),
    E0000087(403, "The recovery question answer did not match our records."),
    E0000090(409, "Duplicate role assignment exists."),
    E0000091(400, "The provided role type was not the same as required role type."),
    E0000093(400, "Target count limit exceeded"),
    E0000100(503, "Unable to perform search query."),
    E0000112(409, "Unable to update the user. User is being activated. Please try again in a few minutes."),
    E0000124(
            400,
            "Could not create user. To create a user and expire their password immediately, a password must be specified"),
    E0000125(
            400,
            "Could not create user. To create a user and expire their password immediately, \"activate\" must be true"),
    E0000231(412, "The provided If-Match header does not match the current version of the resource."),
    E0000263(409, "Role assignment conflict: this role is already assigned to the user with this resource set.");

    private final int status;
    private final String summary;

    ErrorCode(int status, String summary) {
        this.status = status;
        this.summary = summary;
    }

    /** The HTTP status that carries this error. */
    public int status() {
        return status;
    }

    /** The summary, with {@code subject} in its place where the summary has one. */
    public String summary(String subject) {
        return summary.replace("%s", subject);
    }
}
