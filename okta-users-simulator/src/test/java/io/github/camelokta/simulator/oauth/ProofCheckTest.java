/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.oauth.OauthRefusal.OauthError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the two proofs that RFC 9449 prints, in its sections 4.1 and 7.1. */
class ProofCheckTest {
    private static final String HEADER =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0R"
                    + "scEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6"
                    + "IlAtMjU2In19.";
    private static final String FOR_TOKEN = HEADER
            + "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIi"
            + "wiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3"
            + "Lg";
    private static final String FOR_CALL = HEADER
            + "eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0"
            + "ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9"
            + ".2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private final VirtualClock clock = VirtualClock.startingAt(Instant.ofEpochSecond(1562262617));
    private final ProofCheck check = new ProofCheck(clock);

    @Test
    void the_proof_for_a_token_request_is_good_and_names_its_key() {
        assertThat(check.check(tokenRequest(FOR_TOKEN), null)).isEqualTo(new ProofCheck.Proof(THUMBPRINT, null));
    }

    @Test
    void the_proof_for_a_call_is_good_with_its_token_alone() {
        assertThat(check.check(call("GET", "/protectedresource"), TOKEN).thumbprint())
                .isEqualTo(THUMBPRINT);
        refused(call("GET", "/protectedresource"), "other", "The DPoP proof's ath is not of this access token.");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /protectedresource, htm is another method",
        "GET, /protectedresource/, htu is another URL",
        "GET, /other, htu is another URL",
    })
    void a_proof_is_good_for_one_method_and_path(String method, String path, String reason) {
        refused(call(method, path), TOKEN, reason);
    }

    @Test
    void a_proof_is_good_once() {
        check.check(tokenRequest(FOR_TOKEN), null);
        refused(tokenRequest(FOR_TOKEN), null, "was used before");
    }

    @ParameterizedTest
    @CsvSource({"-301", "301"})
    void a_proof_is_good_for_five_minutes_around_its_issue(long seconds) {
        clock.set(Instant.ofEpochSecond(1562262616).plus(Duration.ofSeconds(seconds)));
        refused(tokenRequest(FOR_TOKEN), null, "was not issued now");
    }

    @Test
    void a_proof_that_was_changed_is_not_signed_by_its_key() {
        refused(
                tokenRequest(FOR_TOKEN.replace("-GxA6T8", "-GxA6T9")),
                null,
                "The DPoP proof is not signed by its key.");
        refused(tokenRequest("a.b.c"), null, "The DPoP proof is no JWT");
        refused(tokenRequest(null), null, "The DPoP proof JWT header is missing.");
    }

    private void refused(OrgRequest request, String token, String reason) {
        assertThatExceptionOfType(OauthRefusal.class)
                .isThrownBy(() -> check.check(request, token))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OauthError.INVALID_DPOP_PROOF));
    }

    private static OrgRequest tokenRequest(String proof) {
        return request("POST", "/token", proof, "https://server.example.com");
    }

    private static OrgRequest call(String method, String path) {
        return request(method, path, FOR_CALL, "https://resource.example.org");
    }

    private static OrgRequest request(String method, String path, String proof, String baseUrl) {
        Map<String, String> headers = proof == null ? Map.of() : Map.of("dpop", proof);
        return new OrgRequest(method, path, Map.of("q", "a"), headers, new byte[0], baseUrl);
    }
}
