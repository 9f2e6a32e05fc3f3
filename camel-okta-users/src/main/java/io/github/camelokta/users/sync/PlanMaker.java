/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import io.github.camelokta.users.sync.plan.Plan;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.PlanFiles.PlanEntry;
import io.github.camelokta.users.sync.plan.PlanFiles.PlanWriter;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.plan.UserPlanner;
import io.github.camelokta.users.sync.spill.ExternalSorter;
import io.github.camelokta.users.sync.spill.ExternalSorter.MergedRuns;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The first phase: what the directory wants and what Okta lists, both sorted by login on disk, are walked through together,
 * and what differs is written down. Memory holds two buffers, whatever the number of users.
 */
final class PlanMaker {
    /** Bytes that are sorted at a time. */
    static final int MEMORY = 16 << 20;

    private static final int MOST_PROTECTED = 100_000;

    private final UserCalls calls;
    private final ReconcileRules rules;
    private final UserPlanner planner;
    private final DesiredUserReader reader = new DesiredUserReader("reconcile");
    private final SpillDirectory directory;
    private final boolean sendEmail;
    private final ExternalSorter wanted;
    private long sourceSize;
    private long openUsers;

    PlanMaker(
            UserCalls calls,
            ReconcileRules rules,
            SpillDirectory directory,
            boolean sendEmail,
            Instant now,
            int memory) {
        this.calls = calls;
        this.rules = rules;
        this.planner = new UserPlanner(rules.attributes(), rules.access(), now);
        this.directory = directory;
        this.sendEmail = sendEmail;
        this.wanted = new ExternalSorter(directory, "wanted", memory);
    }

    /** Takes a user of the directory's; one that is not understood ends the run, or its account would look abandoned. */
    void want(JsonNode json) {
        DesiredUser user = reader.read(json);
        if (user.id() != null) {
            throw new IllegalArgumentException(
                    "reconcile finds users by login: leave the id out, and rename users by ensure before");
        }
        wanted.add(AttributeRules.loginKey(user.login()), PlanFiles.bytes(json));
        sourceSize++;
    }

    /** How many users were taken. */
    long sourceSize() {
        return sourceSize;
    }

    /** Lists the scope and makes the plan; called once all users were taken. */
    PlanFiles make(int memory) {
        ExternalSorter listed = new ExternalSorter(directory, "listed", memory);
        calls.list(
                rules.scope(),
                Priority.POLLING,
                user -> listed.add(AttributeRules.loginKey(user.login()), PlanFiles.bytes(user.json())));
        // Read last, so that it holds who became protected while the scope was listed.
        Set<String> protectedIds = protectedIds();
        try (PlanWriter plan = new PlanWriter(directory);
                MergedRuns source = wanted.sorted();
                MergedRuns target = listed.sorted()) {
            while (source.key() != null || target.key() != null) {
                plan(LoginGroup.next(source, target), protectedIds, plan);
            }
            plan.close();
            return plan.files(openUsers, protectedIds);
        }
    }

    private Set<String> protectedIds() {
        Set<String> ids = new HashSet<>();
        if (rules.protect() != null) {
            calls.list(rules.protect(), Priority.POLLING, user -> {
                ids.add(user.id());
                if (ids.size() > MOST_PROTECTED) {
                    throw new IllegalArgumentException("Option protect finds more than " + MOST_PROTECTED
                            + " users: narrow it, and leave them out of scope instead");
                }
            });
        }
        return ids;
    }

    private void plan(LoginGroup group, Set<String> protectedIds, PlanWriter writer) {
        CurrentUser user = group.listed() == null ? null : CurrentUser.of(PlanFiles.json(group.listed()), null);
        String id = user == null ? null : user.id();
        if (user != null && user.status() != UserStatus.DEPROVISIONED) {
            openUsers++;
        }
        if (group.namedTwice()) {
            writer.refuse(group.login(), id, Refusal.DUPLICATE_LOGIN);
            return;
        }
        if (group.listedTwice()) {
            writer.refuse(group.login(), null, Refusal.CHANGED_MEANWHILE);
            return;
        }
        JsonNode json = group.named() == null ? null : PlanFiles.json(group.named());
        Plan plan = planner.plan(json == null ? null : reader.read(json), user, sendEmail);
        if (plan.isRefused()) {
            writer.refuse(group.login(), id, plan.refusal());
        } else if (plan.calls().isEmpty() && user == null) {
            // Wanted closed, and not listed: there is no such user, or it is outside of the scope and may be open.
            writer.lookUp(new PlanEntry(group.login(), null, Change.UNCHANGED, json));
        } else if (plan.calls().isEmpty()) {
            writer.unchanged();
        } else if (protectedIds.contains(id)) {
            writer.refuse(group.login(), id, Refusal.PROTECTED);
        } else {
            writer.plan(new PlanEntry(group.login(), id, plan.change(), json), plan);
        }
    }

    /**
     * All records of one login.
     *
     * @param login as a key
     * @param named what the directory, the source, says; null if nothing
     * @param listed what Okta, the target, lists; null if nothing
     * @param namedTwice whether the directory names the login more than once
     * @param listedTwice whether Okta lists two states of it, as it does while somebody changes it
     */
    private record LoginGroup(
            String login, SpillRecord named, SpillRecord listed, boolean namedTwice, boolean listedTwice) {

        /** The group of the login that comes next in either. */
        static LoginGroup next(MergedRuns source, MergedRuns target) {
            boolean named =
                    target.key() == null || source.key() != null && source.key().compareTo(target.key()) <= 0;
            String login = named ? source.key() : target.key();
            SpillRecord wanted = null;
            SpillRecord listed = null;
            boolean namedTwice = false;
            boolean listedTwice = false;
            while (login.equals(source.key())) {
                namedTwice = wanted != null;
                wanted = source.next();
            }
            while (login.equals(target.key())) {
                SpillRecord next = target.next();
                listedTwice |= listed != null && !Arrays.equals(listed.json(), next.json());
                listed = next;
            }
            return new LoginGroup(login, wanted, listed, namedTwice, listedTwice);
        }
    }
}
