/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the request for the next page in an answer. The next URL is Okta's and opaque: it is followed, never built. */
final class NextPage {

    private NextPage() {}

    /**
     * The request for the page after this one.
     *
     * @throws OktaUsersException if the next URL leads out of the org or back to the same page; nothing is sent there
     */
    static Optional<OktaRequest> of(OktaRequest request, OktaResponse response) {
        return LinkHeader.next(response.headers("Link")).map(link -> request.withTarget(targetOf(request, link)));
    }

    /** The cursor in the query of a request, not encoded. */
    static Optional<String> after(OktaRequest request) {
        String query = URI.create(request.target()).getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("after=")) {
                return Optional.of(URLDecoder.decode(parameter.substring("after=".length()), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String targetOf(OktaRequest request, String link) {
        URI url;
        try {
            url = request.url().resolve(new URI(absolutePath(request, link)));
        } catch (URISyntaxException e) {
            throw refused(request, "is no URL");
        }
        if (!request.org().isOriginOf(url)) {
            throw refused(request, "leads out of " + request.org() + "; nothing was sent there");
        }
        String query = url.getRawQuery();
        String target = url.getRawPath() + (query == null ? "" : "?" + query);
        if (target.equals(request.target())) {
            throw refused(request, "leads back to the same page");
        }
        return target;
    }

    /** Java resolves a link that has no path, as {@code ?after=1}, to the directory of the page and not to the page. */
    private static String absolutePath(OktaRequest request, String link) {
        if (link.isEmpty()) {
            return request.target();
        }
        return link.startsWith("?") ? request.url().getRawPath() + link : link;
    }

    private static OktaUsersException refused(OktaRequest request, String why) {
        return OktaUsersException.of(request.operation() + " failed: the next link of Okta's answer " + why)
                .operation(request.operation().name())
                .build();
    }
}
