/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.NotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Puts into words why a request failed, and says whether it may have reached Okta. Pure. */
final class SendFailure {
    private static final Pattern ALERT_ABOUT_CERTIFICATE =
            Pattern.compile("Received fatal alert: (\\w*certificate\\w*|unknown_ca)");
    private static final Set<Class<? extends Exception>> CERTIFICATE = Set.of(
            CertificateException.class,
            CertPathBuilderException.class,
            CertPathValidatorException.class,
            // An empty trust store.
            InvalidAlgorithmParameterException.class);
    /** Statuses of a proxy's that may be better soon. */
    private static final Set<Integer> PASSING = Set.of(408, 429);

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private SendFailure() {}

    /**
     * @param context how far it came; its proxy is named
     * @param systemProxy the JVM's proxy, if there is one that is not used; otherwise null
     */
    static IOException explain(IOException failure, SendContext context, String systemProxy) {
        if (failure instanceof NotSentException) {
            return failure;
        }
        if (isAboutCertificate(failure, context)) {
            return new NotSentException("the TLS handshake failed; check sslContextParameters", false, failure);
        }
        return switch (context.stage()) {
            case CONNECTION -> notSent(connection(failure, context, systemProxy), failure);
            case PROXY_CONNECT -> notSent("the proxy " + context.proxy() + proxyConnect(failure), failure);
            case TLS_HANDSHAKE ->
                notSent(
                        handshake(failure) + (context.proxy() == null ? "" : ", by the proxy " + context.proxy()),
                        failure);
            case SENT -> sent(failure);
        };
    }

    private static NotSentException notSent(String why, IOException failure) {
        return new NotSentException(why, true, failure);
    }

    private static String connection(IOException failure, SendContext context, String systemProxy) {
        String proxy = context.proxy();
        String unused = systemProxy == null
                ? ""
                : "; the JVM's proxy (" + systemProxy
                        + ") is not used: set proxyHost and proxyPort, or useSystemProperties=true";
        String whose = proxy == null ? "" : " to the proxy " + proxy;
        if (failure instanceof StaleConnectionException) {
            return failure.getMessage();
        }
        if (failure instanceof ConnectTimeoutException) {
            return "the connection" + whose + " was not made in time (connectTimeout)" + unused;
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "all connections were in use (maxConnections)";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "the connection" + whose + " was refused" + unused;
        }
        if (failure instanceof UnknownHostException) {
            return proxy == null
                    ? "the host is not known; check orgUrl" + unused
                    : "the host of the proxy " + proxy + " is not known; check proxyHost";
        }
        return "the connection" + whose + " was lost before the request went out" + unused;
    }

    private static String proxyConnect(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return " did not answer CONNECT in time (responseTimeout)";
        }
        return isNotHttp(failure)
                ? " gave no valid answer to CONNECT"
                : " closed the connection before it had answered CONNECT";
    }

    private static String handshake(IOException failure) {
        if (has(SocketTimeoutException.class, failure)) {
            return "the TLS handshake did not end in time (connectTimeout)";
        }
        String text = String.valueOf(failure.getMessage());
        if (text.startsWith("Received fatal alert")) {
            return "the TLS handshake failed (" + text + ")";
        }
        boolean notTls = failure instanceof SSLException && !(failure instanceof SSLHandshakeException);
        return notTls && !has(SocketException.class, failure)
                ? "what answered does not speak TLS: check orgUrl and the proxy"
                : "the connection was closed before the TLS handshake had ended";
    }

    private static IOException sent(IOException failure) {
        if (has(SocketTimeoutException.class, failure)) {
            return new IOException("the answer did not come in time (responseTimeout)", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MessageConstraintException) {
                return new IOException(RedactingConnection.bound(cause.getMessage()), failure);
            }
        }
        return failure;
    }

    private static boolean isAboutCertificate(IOException failure, SendContext context) {
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof SSLHandshakeException
                && ALERT_ABOUT_CERTIFICATE.matcher(text).matches()) {
            // With TLS 1.3 a server refuses our certificate after the first request, which it has not read.
            return true;
        }
        return !context.isSent()
                && (failure instanceof SSLPeerUnverifiedException
                        || CERTIFICATE.stream().anyMatch(type -> has(type, failure)));
    }

    /**
     * The answer of a proxy, or null if the answer is not one.
     *
     * @param status of an answer that came
     */
    static NotSentException refusedByProxy(int status, SendContext context) {
        String proxy = context.proxy();
        if (proxy == null || context.isSent() && status != PROXY_AUTHENTICATION_REQUIRED) {
            return null;
        }
        String remedy = status == PROXY_AUTHENTICATION_REQUIRED ? "; check proxyUsername and proxyPassword" : "";
        return new NotSentException(
                "the proxy " + proxy + " answered " + (context.isSent() ? "" : "CONNECT ") + "with " + status + remedy,
                status >= 500 || PASSING.contains(status),
                null);
    }

    private static boolean isNotHttp(IOException failure) {
        return has(HttpException.class, failure)
                && !has(org.apache.hc.core5.http.NoHttpResponseException.class, failure);
    }

    private static boolean has(Class<? extends Throwable> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
