/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Set;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;

/** Where the directory is, and who reads it. */
record LdapServer(String url, String bindDn, String password) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "60000";

    /**
     * Whether the password would travel in clear text.
     *
     * @param urls one, or several with blanks between them, as the JDK takes them
     */
    static boolean isOpen(String urls) {
        return !Arrays.stream(urls.strip().split("\\s+")).allMatch(LdapServer::isClosed);
    }

    private static boolean isClosed(String url) {
        try {
            URI uri = new URI(url);
            return "ldaps".equalsIgnoreCase(uri.getScheme())
                    || "ldap".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A new connection, bound. */
    LdapContext connect() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, url);
        environment.put(Context.SECURITY_AUTHENTICATION, "simple");
        environment.put(Context.SECURITY_PRINCIPAL, bindDn);
        environment.put(Context.SECURITY_CREDENTIALS, password);
        environment.put("com.sun.jndi.ldap.connect.timeout", CONNECT_MILLIS);
        environment.put("com.sun.jndi.ldap.read.timeout", READ_MILLIS);
        try {
            return new InitialLdapContext(environment, null);
        } catch (NamingException e) {
            throw new IllegalStateException("The directory " + url + " cannot be connected to", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
