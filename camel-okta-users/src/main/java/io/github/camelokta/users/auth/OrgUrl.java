/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The origin of an Okta org. A token is sent to this origin and nowhere else.
 *
 * @param port the port in use, 443 or 80 where the URL names none
 */
public record OrgUrl(String scheme, String host, int port) {
    private static final Pattern ADMIN_HOST =
            Pattern.compile(".*-admin\\.(okta|oktapreview|okta-emea|okta-gov|okta\\.mil)(\\..*)?");
    private static final int LAST_PORT = 65535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

    /**
     * Reads what an option gives.
     *
     * @throws IllegalArgumentException if it is no origin of an org, with the remedy
     */
    public static OrgUrl parse(String text) {
        URI uri = uri(text.strip());
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw wrong("is no absolute URL with a host");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            throw wrong("holds user information: remove all between // and @");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw wrong("must start with https:// (plain http is for loopback addresses alone)");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || !isRoot(uri.getRawPath())) {
            throw wrong("must end after the host: remove the path, query and fragment");
        }
        if (ADMIN_HOST.matcher(host).matches()) {
            throw wrong("names the admin console: remove -admin from the host");
        }
        if (host.endsWith(".com.com")) {
            throw wrong("ends with .com.com: remove one");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw wrong("names a port that does not exist: remove it, or set it to the right one");
        }
        return new OrgUrl(scheme, host, portOf(uri, scheme));
    }

    /** Whether a URL leads to this org: same scheme, host and port, and no user information in it. */
    public boolean isOriginOf(URI url) {
        return url.getScheme() != null
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && scheme.equalsIgnoreCase(url.getScheme())
                && host.equalsIgnoreCase(url.getHost())
                && port == portOf(url, scheme);
    }

    /** The origin without a trailing slash and without a port that goes without saying. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("is no URL");
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean isRoot(String path) {
        return path == null || path.isEmpty() || path.equals("/");
    }

    private static int portOf(URI uri, String scheme) {
        return uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The value itself is not repeated: what was pasted into it by mistake may be a secret. */
    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Option orgUrl " + what + "; it looks like https://acme.okta.com");
    }
}
