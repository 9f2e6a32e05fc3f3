/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.observe.CredentialProbe.Finding;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * The check of all producers that call one org as one caller. Down while Okta does not take the credential or cannot be asked,
 * and while the rate limit is used up for longer than a call may wait.
 */
public final class ProducersHealthCheck implements HealthCheck {
    private final String id;
    private final Supplier<Snapshot.Org> org;
    private final CredentialCheck credential;
    private final Duration maxWait;
    private boolean enabled = true;

    /**
     * @param org how it is now
     * @param maxWait the longest time that a call may wait
     */
    public ProducersHealthCheck(String id, Supplier<Snapshot.Org> org, CredentialCheck credential, Duration maxWait) {
        this.id = id;
        this.org = org;
        this.credential = credential;
        this.maxWait = maxWait;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Another org's trouble is no reason to start this process anew. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        if (!enabled) {
            return result.unknown()
                    .message("Disabled")
                    .detail(CHECK_ENABLED, false)
                    .build();
        }
        credential.refresh();
        Snapshot.Org seen = org.get();
        result.up().detail("okta.org", seen.url()).detail("okta.caller", seen.caller());
        if (seen.credential() != null) {
            judge(seen.credential(), result);
        }
        seen.buckets().forEach(bucket -> judge(bucket, result));
        return result.build();
    }

    private static void judge(Snapshot.Credential credential, HealthCheckResultBuilder result) {
        result.detail("okta.credential", credential.finding().name())
                .detail("okta.credential.checked", credential.checked().toString());
        if (credential.finding() == Finding.REFUSED || credential.finding() == Finding.UNREACHABLE) {
            result.down().message(credential.why());
        }
    }

    private void judge(Snapshot.Bucket bucket, HealthCheckResultBuilder result) {
        if (bucket.remaining() != null) {
            result.detail("okta.limit." + bucket.name(), bucket.remaining() + " of " + bucket.limit());
        }
        if (bucket.delay().compareTo(maxWait) > 0) {
            result.down()
                    .message("Okta's rate limit of " + bucket.path() + " is used up for about "
                            + bucket.delay().toSeconds() + " s more, longer than maxWait allows (" + maxWait.toMillis()
                            + " ms)");
        }
    }
}
