/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings;
import io.github.camelokta.users.auth.OrgSettings.Source;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The org and who calls it: one set, which may be given on the endpoint, on the component or in the environment, and is taken
 * whole from the first of these places.
 */
@Configurer
@UriParams
public class OrgConfiguration {
    @UriParam(displayName = "Org URL")
    private String orgUrl;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String token;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String accessToken;

    @UriParam(displayName = "OAuth Client Id", label = "security")
    private String oauthClientId;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String privateKey;

    @UriParam(displayName = "OAuth Key Id", label = "security")
    private String oauthKeyId;

    @UriParam(displayName = "OAuth Scopes", label = "security")
    private String oauthScopes;

    @UriParam(displayName = "DPoP", label = "security", enums = "auto,true,false", defaultValue = "auto")
    private String dpop;

    OrgSettings settings(Source source, Credentials credentials) {
        return OrgSettings.of(
                source,
                option -> switch (option) {
                    case orgUrl -> orgUrl;
                    case token -> token;
                    case accessToken -> accessToken;
                    case oauthClientId -> oauthClientId;
                    case privateKey -> privateKey;
                    case oauthKeyId -> oauthKeyId;
                    case oauthScopes -> oauthScopes;
                    case dpop -> dpop;
                },
                credentials);
    }

    public String getOrgUrl() {
        return orgUrl;
    }

    /**
     * The URL of the Okta org, such as https://acme.okta.com. It must be https unless it leads to a loopback address, and hold
     * no path and no -admin host.
     */
    public void setOrgUrl(String orgUrl) {
        this.orgUrl = orgUrl;
    }

    public String getToken() {
        return token;
    }

    /**
     * The API token (SSWS). With the prefix file: it is read from that file, and read again after Okta has refused it.
     */
    public void setToken(String token) {
        this.token = token;
    }

    public String getAccessToken() {
        return accessToken;
    }

    /**
     * A ready OAuth 2.0 access token (Bearer). With the prefix file: it is read from that file, and read again after Okta has
     * refused it.
     */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getOauthClientId() {
        return oauthClientId;
    }

    /** The client id of an OAuth 2.0 service app, which signs in with privateKey. */
    public void setOauthClientId(String oauthClientId) {
        this.oauthClientId = oauthClientId;
    }

    public String getPrivateKey() {
        return privateKey;
    }

    /**
     * The private key of the OAuth 2.0 service app: a PKCS#8 PEM or a JWK, RSA or EC, not encrypted. With the prefix file: or
     * classpath: it is read from there, from a file again after Okta has refused it. Not taken inline in a URI.
     */
    public void setPrivateKey(String privateKey) {
        this.privateKey = privateKey;
    }

    public String getOauthKeyId() {
        return oauthKeyId;
    }

    /** The id of the private key, as Okta shows it (kid). A JWK brings its own. */
    public void setOauthKeyId(String oauthKeyId) {
        this.oauthKeyId = oauthKeyId;
    }

    public String getOauthScopes() {
        return oauthScopes;
    }

    /**
     * The scopes of the service app's token, separated by blanks. Without it each operation is called with a token of just
     * the scope that it needs.
     */
    public void setOauthScopes(String oauthScopes) {
        this.oauthScopes = oauthScopes;
    }

    public String getDpop() {
        return dpop;
    }

    /** Whether the tokens of a service app are bound to a key of this process (DPoP); auto does so if Okta demands it. */
    public void setDpop(String dpop) {
        this.dpop = dpop;
    }
}
