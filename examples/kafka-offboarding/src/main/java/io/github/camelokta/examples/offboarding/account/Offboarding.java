/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import io.github.camelokta.examples.offboarding.event.Leaver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One leaver's case: what is known of the account, and what was sent so far. It outlives the attempts, so that the result
 * tells of all of them; what an attempt found is replaced by what the next one finds.
 */
public final class Offboarding {
    private final Leaver leaver;
    private final List<String> sent = new ArrayList<>();
    private final Map<Step, String> skipped = new EnumMap<>(Step.class);
    private Account before;
    private Account now;
    private List<String> clients = List.of();
    private Instant failingSince;
    private int attempts;

    public Offboarding(Leaver leaver) {
        this.leaver = leaver;
    }

    public Leaver leaver() {
        return leaver;
    }

    /** An attempt begins with the account as it is now. */
    public void found(Account account) {
        Identity.check(leaver, account);
        attempts++;
        skipped.clear();
        now = account;
        before = before == null ? account : before;
    }

    /** Whether the step is to be done; notes the reason if it is not. */
    public boolean needs(Step step) {
        Optional<String> whyNot = new OffboardingPlan(now).whyNot(step);
        whyNot.ifPresent(why -> skipped.put(step, why));
        return whyNot.isEmpty();
    }

    /** The OAuth clients that hold something of the account. */
    public void clients(List<String> ids) {
        clients = ids;
        if (ids.isEmpty()) {
            skipped.put(Step.REVOKE_REFRESH_TOKENS, "no OAuth client holds grants or tokens");
        }
    }

    public List<String> clients() {
        return clients;
    }

    /** Okta has done it. */
    public void sent(Step step, String client) {
        sent.add(step == Step.REVOKE_REFRESH_TOKENS ? step.operation() + ":" + client : step.operation());
    }

    /** Okta has refused it, for a reason that does no harm. */
    public void skip(Step step, String why) {
        skipped.put(step, why);
    }

    /** The last look. */
    public void ended(Account account) {
        if (!account.isClosedOrClosing()) {
            throw new NotClosedYetException(account.status());
        }
        now = account;
    }

    /** When the case failed first; the given time if it never did. */
    public Instant failingSince(Instant now) {
        failingSince = failingSince == null ? now : failingSince;
        return failingSince;
    }

    /** The account as it was read last; null before it was found. */
    public Account account() {
        return now;
    }

    /** The account as the first attempt found it. */
    public Account before() {
        return before;
    }

    public int attempts() {
        return attempts;
    }

    /** The calls that Okta took, over all attempts. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** The steps that the last attempt left out, and why. */
    public Map<String, String> skipped() {
        return skipped.entrySet().stream()
                .collect(Collectors.toMap(
                        step -> step.getKey().operation(), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
