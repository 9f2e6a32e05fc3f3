/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import io.github.camelokta.users.observe.CredentialProbe.Answer;
import io.github.camelokta.users.observe.CredentialProbe.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks whether Okta takes a credential, however often it is called at most once a minute. */
public final class CredentialCheck {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Supplier<Answer> probe;
    private final InstantSource clock;
    private Instant asked;
    private volatile Snapshot.Credential last;

    /** @param probe asks Okta */
    public CredentialCheck(Supplier<Answer> probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
    }

    /** Asks, unless that was done within the last minute. */
    public synchronized void refresh() {
        Instant now = clock.instant();
        if (asked != null && now.isBefore(asked.plus(EVERY))) {
            return;
        }
        asked = now;
        Answer answer = probe.get();
        // A question that was never asked leaves what is known as it is.
        if (last == null || answer.finding() != Finding.NOT_ASKED) {
            last = new Snapshot.Credential(answer.finding(), answer.why(), now);
        }
    }

    /** What was found last; empty before the first question. */
    public Optional<Snapshot.Credential> last() {
        return Optional.ofNullable(last);
    }
}
