/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.Scope;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call, ready to be sent. Immutable; carries its row of the table. */
public final class OktaRequest implements AuthorizedCall {
    /** Names the version of the profile that a call is meant for. */
    public static final String IF_MATCH = "If-Match";

    private final OktaUsersOperation operation;
    private final OrgUrl org;
    private final String target;
    private final List<String> pathValues;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean furtherPage;

    /**
     * @param pathValues the values in the path, not encoded, in the order of the row's path parameters
     * @param query percent-encoded and without the question mark; empty where there is none
     * @param headers what the call itself needs, such as {@code If-Match}
     * @param body a JSON object; null where there is none
     */
    public static OktaRequest of(
            OktaUsersOperation operation,
            OrgUrl org,
            List<String> pathValues,
            CharSequence query,
            Map<String, String> headers,
            byte[] body) {
        StringBuilder target = new StringBuilder(96);
        operation.path().appendTo(target, pathValues, PercentEncoder::encode);
        if (query.length() > 0) {
            target.append('?').append(query);
        }
        return new OktaRequest(operation, org, target.toString(), pathValues, headers, body, false);
    }

    private OktaRequest(
            OktaUsersOperation operation,
            OrgUrl org,
            String target,
            List<String> pathValues,
            Map<String, String> headers,
            byte[] body,
            boolean furtherPage) {
        this.operation = operation;
        this.org = org;
        this.target = target;
        this.pathValues = pathValues;
        this.headers = headers;
        this.body = body;
        this.furtherPage = furtherPage;
    }

    /** The same call with more headers. */
    public OktaRequest withHeaders(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = more;
        if (!headers.isEmpty()) {
            all = new HashMap<>(headers);
            all.putAll(more);
        }
        return new OktaRequest(operation, org, target, pathValues, all, body, furtherPage);
    }

    /** The same read at another path and query of the same org: the next page. */
    public OktaRequest withTarget(String other) {
        return new OktaRequest(operation, org, other, pathValues, headers, body, true);
    }

    public OktaUsersOperation operation() {
        return operation;
    }

    @Override
    public HttpMethod method() {
        return operation.method();
    }

    @Override
    public Scope scope() {
        return operation.scope();
    }

    public OrgUrl org() {
        return org;
    }

    /** Path and query, percent-encoded. */
    public String target() {
        return target;
    }

    @Override
    public URI url() {
        return URI.create(org + target);
    }

    /** The value of a path parameter of the row, not encoded. */
    public String pathValue(OperationParam param) {
        return pathValues.get(operation.pathParams().indexOf(param));
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** A JSON object; null where there is none. */
    public byte[] body() {
        return body;
    }

    /** Whether this reads another page of a list than the first. */
    public boolean isFurtherPage() {
        return furtherPage;
    }

    /**
     * What sending this call a second time does: what the row says, unless the call holds for one version of the profile
     * only. The first one makes another version, and the second one is refused.
     */
    public Repeat repeat() {
        boolean conditional = headers.containsKey(IF_MATCH);
        return conditional && operation.repeat() == Repeat.CONVERGES ? Repeat.STATE_GUARDED : operation.repeat();
    }

    /** The value of a query parameter as it is sent, percent-encoded; null if it is not sent. */
    public String queryValue(OperationParam param) {
        int query = target.indexOf('?');
        String start = param + "=";
        for (String pair :
                query < 0 ? new String[0] : target.substring(query + 1).split("&")) {
            if (pair.startsWith(start)) {
                return pair.substring(start.length());
            }
        }
        return null;
    }

    /** What is called, without values, headers or body. */
    @Override
    public String toString() {
        return operation + " " + method() + " " + operation.path();
    }
}
