/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.operation.HttpMethod;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether calls carry DPoP proofs, which may turn out on the way, and the nonces that Okta wants in them. */
final class Dpop {
    private static final Logger LOG = LoggerFactory.getLogger(Dpop.class);

    /** What the option says. */
    enum Mode {
        AUTO,
        TRUE,
        FALSE
    }

    private final Mode mode;
    private final DpopProver prover;
    private volatile boolean on;
    private volatile String tokenNonce;
    private volatile String callNonce;

    Dpop(Mode mode, DpopProver prover) {
        this.mode = mode;
        this.prover = prover;
        this.on = mode == Mode.TRUE;
    }

    Mode mode() {
        return mode;
    }

    /**
     * The headers of a request for a token: none while no proofs are wanted.
     *
     * @param nonce null for none
     */
    Map<String, String> headersForToken(URI url, String nonce) {
        return on ? Map.of("DPoP", prover.proof(HttpMethod.POST, url, nonce, null)) : Map.of();
    }

    /** The headers of a call with this token; each attempt needs new ones. */
    Map<String, String> headersFor(AuthorizedCall call, AccessToken token) {
        Map<String, String> headers = new HashMap<>(4);
        headers.put("Authorization", token.authorization());
        if (token.scheme().equals("DPoP")) {
            headers.put("DPoP", prover.proof(call.method(), call.url(), callNonce, token.value()));
        }
        return headers;
    }

    /** Okta wants proofs of the app. Returns whether it gets them from now on. */
    boolean demanded() {
        if (mode == Mode.FALSE) {
            return false;
        }
        if (!on) {
            on = true;
            LOG.info("Okta wants DPoP of this service app: its tokens are bound to a key of this process from now on");
        }
        return true;
    }

    /** The nonce in the next request for a token; null for none. */
    String tokenNonce() {
        return tokenNonce;
    }

    void learnTokenNonce(String nonce) {
        if (nonce != null) {
            tokenNonce = nonce;
        }
    }

    void learnCallNonce(String nonce) {
        if (nonce != null) {
            callNonce = nonce;
        }
    }
}
