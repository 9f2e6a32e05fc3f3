/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader asked to leave out: {@code Content-Type: application/json; okta-response="omitCredentials,..."}. */
record OmittedParts(boolean credentials, boolean credentialsLinks, boolean transitioningToStatus) {
    private static final Pattern PARAMETER = Pattern.compile("okta-response\\s*=\\s*\"?([^\";]*)");

    static OmittedParts of(String contentType) {
        Matcher matcher = PARAMETER.matcher(contentType == null ? "" : contentType);
        String asked = matcher.find() ? "," + matcher.group(1).replace(" ", "") + "," : "";
        return new OmittedParts(
                asked.contains(",omitCredentials,"),
                asked.contains(",omitCredentialsLinks,"),
                asked.contains(",omitTransitioningToStatus,"));
    }
}
