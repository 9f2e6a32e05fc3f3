/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

/**
 * What closing an account consists of, in this order. Where the component can tell that a step was done already, that is a
 * success; the others may be repeated as they are.
 */
public enum Step {
    /** First, so that nobody signs in between the steps that follow. */
    SUSPEND("suspend", "suspend?idempotent=true"),
    CLEAR_SESSIONS("clearSessions", "clearSessions?oauthTokens=true"),
    REVOKE_GRANTS("revokeGrants", "revokeGrants?idempotent=true"),
    /** Once for each OAuth client. */
    REVOKE_REFRESH_TOKENS("revokeRefreshTokens", "revokeRefreshTokens?idempotent=true"),
    RESET_FACTORS("resetFactors", "resetFactors"),
    /** Last, because some of the above is refused afterwards. */
    DEACTIVATE("deactivate", "deactivate?sendEmail=false&idempotent=true");

    private final String operation;
    private final String call;

    Step(String operation, String call) {
        this.operation = operation;
        this.call = call;
    }

    /** The operation's name. */
    public String operation() {
        return operation;
    }

    /** Where its own route begins. */
    public String route() {
        return "direct:" + operation;
    }

    /** The endpoint that does it. Who is meant stands in headers, never here: a URI shows in logs. */
    public String endpoint() {
        return "okta-users:" + call;
    }
}
