/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A routed request, as handlers read it. */
public final class Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OktaOrg org;
    private final OrgRequest request;
    private final Map<String, String> variables;

    /** A request to {@code org} whose path held these variables. */
    public Call(OktaOrg org, OrgRequest request, Map<String, String> variables) {
        this.org = org;
        this.request = request;
        this.variables = variables;
    }

    /** The org. */
    public OktaOrg org() {
        return org;
    }

    /** The request itself. */
    public OrgRequest request() {
        return request;
    }

    /** The API's root as the caller wrote it, without trailing slash. */
    public String api() {
        return request.baseUrl() + "/api/v1";
    }

    /** A variable of the path. */
    public String path(String name) {
        return variables.get(name);
    }

    /** A parameter of the query that is not blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isBlank());
    }

    /** A boolean parameter of the query. */
    public boolean flag(String name, boolean byDefault) {
        return query(name).map(Boolean::parseBoolean).orElse(byDefault);
    }

    /** The user that the path names by id, login or short name; {@code me} is nobody, because a token is nobody here. */
    public UserState user() {
        return user(path("userId"));
    }

    /** The user with this id, login or short name. */
    public UserState user(String idOrLogin) {
        // A login with a slash or a question mark can be had by id only (Okta's API reference, getUser).
        boolean hidden = idOrLogin.equals("me") || idOrLogin.contains("/") || idOrLogin.contains("?");
        return Optional.of(idOrLogin)
                .filter(name -> !hidden)
                .flatMap(org::find)
                .orElseThrow(() -> OktaRefusal.notFound(idOrLogin, "User"));
    }

    /** The user that the path names by id, for operations that are documented to take nothing else. */
    public UserState userById() {
        String id = path("userId");
        return org.byId(id).orElseThrow(() -> OktaRefusal.notFound(id, "User"));
    }

    /**
     * The body.
     *
     * @throws OktaRefusal 400 E0000003 when it is no JSON object
     */
    public ObjectNode body() {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
            throw OktaRefusal.of(ErrorCode.E0000003);
        } catch (JacksonException e) {
            throw OktaRefusal.of(ErrorCode.E0000003);
        } catch (IOException e) {
            throw new IllegalStateException("Reading a byte array failed", e);
        }
    }
}
