/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.plan.Attribute;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUserReader;
import io.github.camelokta.users.sync.plan.LoginGroup;
import io.github.camelokta.users.sync.plan.Plan;
import io.github.camelokta.users.sync.plan.PlanEntry;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.PlanWriter;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.plan.UserDecider;
import io.github.camelokta.users.sync.plan.UserStatus;
import io.github.camelokta.users.sync.spill.ExternalSorter;
import io.github.camelokta.users.sync.spill.MergedRuns;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.Spilled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final ObjectMapper JSON = OktaJson.mapper().build();

    private final UserCalls calls;
    private final ReconcileRules rules;
    private final UserDecider decider;
    private final DesiredUserReader reader = new DesiredUserReader("reconcile");
    private final SpillDirectory directory;
    private final boolean sendEmail;
    private final ExternalSorter wanted;
    private long sourceSize;
    private long openUsers;

    PlanMaker(UserCalls calls, ReconcileRules rules, SpillDirectory directory, boolean sendEmail, int memory) {
        this.calls = calls;
        this.rules = rules;
        this.decider = new UserDecider(rules);
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
        wanted.add(Attribute.loginKey(user.login()), bytes(json));
        sourceSize++;
    }

    /** How many users were taken. */
    long sourceSize() {
        return sourceSize;
    }

    /** Lists the scope and makes the plan; called once all users were taken. */
    PlanFiles make(int memory) {
        Set<String> protectedIds = protectedIds();
        ExternalSorter listed = new ExternalSorter(directory, "listed", memory);
        calls.list(
                rules.scope(),
                Priority.POLLING,
                user -> listed.add(Attribute.loginKey(user.login()), bytes(user.json())));
        try (PlanWriter plan = new PlanWriter(directory);
                MergedRuns here = wanted.sorted();
                MergedRuns there = listed.sorted()) {
            while (here.key() != null || there.key() != null) {
                boolean named =
                        there.key() == null || here.key() != null && here.key().compareTo(there.key()) <= 0;
                LoginGroup group = LoginGroup.take(named ? here.key() : there.key(), here, there);
                plan(group, protectedIds, plan);
            }
            plan.close();
            return plan.made(openUsers, protectedIds);
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
        CurrentUser user = group.listed() == null ? null : CurrentUser.of(json(group.listed()), null);
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
        JsonNode json = group.named() == null ? null : json(group.named());
        Plan plan = decider.decide(json == null ? null : reader.read(json), user, sendEmail);
        if (plan.isRefused()) {
            writer.refuse(group.login(), id, plan.refusal());
        } else if (plan.calls().isEmpty()) {
            writer.unchanged();
        } else if (protectedIds.contains(id)) {
            writer.refuse(group.login(), id, Refusal.PROTECTED);
        } else {
            writer.plan(new PlanEntry(group.login(), id, plan.change(), json), plan);
        }
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode json(Spilled spilled) {
        try {
            return JSON.readTree(spilled.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
