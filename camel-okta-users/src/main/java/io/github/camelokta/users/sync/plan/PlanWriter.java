/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillWriter;
import io.github.camelokta.users.sync.spill.Spilled;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a plan to disk while it is made, and counts. */
public final class PlanWriter implements Closeable {
    private static final int SHOWN = 20;
    private static final ObjectMapper JSON = OktaJson.mapper().build();

    private final Path changesFile;
    private final Path removalsFile;
    private final Path listingFile;
    private final Path refusedFile;
    private final SpillWriter changes;
    private final SpillWriter removals;
    private final SpillWriter refused;
    private final BufferedWriter listing;
    private final ChangeCounts expected = new ChangeCounts();
    private final List<UserResult> firstRemovals = new ArrayList<>();
    private final List<UserResult> firstChanges = new ArrayList<>();

    public PlanWriter(SpillDirectory directory) {
        changesFile = directory.file("changes");
        removalsFile = directory.file("removals");
        listingFile = directory.file("plan.jsonl");
        refusedFile = directory.file("refused");
        changes = new SpillWriter(changesFile);
        removals = new SpillWriter(removalsFile);
        refused = new SpillWriter(refusedFile);
        try {
            listing = Files.newBufferedWriter(listingFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void unchanged() {
        expected.add(Change.UNCHANGED);
    }

    public void refuse(String login, String id, Refusal refusal) {
        expected.add(Change.REFUSED);
        refused.write(ResultFile.spilled(new UserResult(login, id, Change.REFUSED, refusal, List.of())));
    }

    public void plan(PlanEntry entry, Plan plan) {
        expected.add(entry.change());
        boolean removal = entry.change().takesAway();
        byte[] json = entry.json().toString().getBytes(StandardCharsets.UTF_8);
        (removal ? removals : changes).write(new Spilled(entry.login(), json));
        UserResult shown = new UserResult(
                entry.login(),
                entry.id(),
                entry.change(),
                null,
                plan.calls().stream().map(PlannedCall::toString).toList());
        List<UserResult> first = removal ? firstRemovals : firstChanges;
        if (first.size() < SHOWN) {
            first.add(shown);
        }
        try {
            listing.write(JSON.writeValueAsString(shown));
            listing.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called once it is closed. */
    public PlanFiles made(long openUsers, Set<String> protectedIds) {
        List<UserResult> first = new ArrayList<>(firstRemovals);
        first.addAll(firstChanges);
        return new PlanFiles(
                changesFile,
                removalsFile,
                listingFile,
                refusedFile,
                expected,
                openUsers,
                List.copyOf(first.subList(0, Math.min(SHOWN, first.size()))),
                protectedIds);
    }

    @Override
    public void close() {
        changes.close();
        removals.close();
        refused.close();
        try {
            listing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
