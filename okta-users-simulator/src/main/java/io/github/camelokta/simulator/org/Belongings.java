/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What hangs on a user beside the profile: nothing here moves {@code lastUpdated}. */
public final class Belongings {
    private final List<Session> sessions = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<RefreshToken> refreshTokens = new ArrayList<>();
    private final Set<String> groupIds = new LinkedHashSet<>();
    private final Set<String> appIds = new LinkedHashSet<>();
    private final Set<String> identityProviderIds = new LinkedHashSet<>();

    /** Open sessions. */
    public List<Session> sessions() {
        return sessions;
    }

    /** Enrolled factors. */
    public List<Factor> factors() {
        return factors;
    }

    /** Assigned roles. */
    public List<Role> roles() {
        return roles;
    }

    /** Consents given. */
    public List<Grant> grants() {
        return grants;
    }

    /** Refresh tokens in force. */
    public List<RefreshToken> refreshTokens() {
        return refreshTokens;
    }

    /** Groups that the user is a member of. */
    public Set<String> groupIds() {
        return groupIds;
    }

    /** Apps that the user sees. */
    public Set<String> appIds() {
        return appIds;
    }

    /** Identity providers linked with the user. */
    public Set<String> identityProviderIds() {
        return identityProviderIds;
    }
}
