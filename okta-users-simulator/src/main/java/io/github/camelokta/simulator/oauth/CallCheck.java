/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Route;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Says whether a call may pass with its access token. */
final class CallCheck {
    private final Clock clock;
    private final ProofCheck proofs;
    private final Nonces nonces;
    private final Map<String, IssuedToken> tokens;

    CallCheck(Clock clock, ProofCheck proofs, Nonces nonces, Map<String, IssuedToken> tokens) {
        this.clock = clock;
        this.proofs = proofs;
        this.nonces = nonces;
        this.tokens = tokens;
    }

    Optional<Denial> denial(OrgRequest request, Route route, boolean nonceWanted) {
        String authorization = String.valueOf(request.header("authorization"));
        int blank = authorization.indexOf(' ');
        String scheme = authorization.substring(0, Math.max(0, blank));
        String text = authorization.substring(blank + 1);
        IssuedToken token = tokens.get(text);
        if (token == null || !clock.instant().isBefore(token.end()) || !scheme.equals(schemeOf(token))) {
            return deny(ErrorCode.E0000011, scheme, "invalid_token", null);
        }
        if (token.thumbprint() != null) {
            Optional<Denial> denial = proofDenial(request, text, token, nonceWanted);
            if (denial.isPresent()) {
                return denial;
            }
        }
        String scope = ScopeRule.scopeOf(route);
        return scope == null || token.scopes().contains(scope)
                ? Optional.empty()
                : deny(ErrorCode.E0000006, scheme, "insufficient_scope", null);
    }

    private Optional<Denial> proofDenial(OrgRequest request, String text, IssuedToken token, boolean nonceWanted) {
        ProofCheck.Proof proof;
        try {
            proof = proofs.check(request, text);
        } catch (OauthRefusal e) {
            return deny(ErrorCode.E0000011, "DPoP", "invalid_dpop_proof", null);
        }
        if (!proof.thumbprint().equals(token.thumbprint())) {
            return deny(ErrorCode.E0000011, "DPoP", "invalid_token", null);
        }
        return nonceWanted && !nonces.accepts(String.valueOf(proof.nonce()))
                ? deny(ErrorCode.E0000011, "DPoP", "use_dpop_nonce", nonces.current())
                : Optional.empty();
    }

    private static String schemeOf(IssuedToken token) {
        return token.thumbprint() == null ? "Bearer" : "DPoP";
    }

    private static Optional<Denial> deny(ErrorCode code, String scheme, String error, String nonce) {
        String shown = scheme.equals("DPoP") ? "DPoP" : "Bearer";
        return Optional.of(new Denial(code, shown + " error=\"" + error + "\"", nonce));
    }
}
