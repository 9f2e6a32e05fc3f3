/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillFile;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import io.github.camelokta.users.sync.spill.SpillFile.SpillWriter;
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

/**
 * What a run is to do, on disk.
 *
 * @param changes entries of users who are created or keep their access
 * @param removals entries of users who lose it
 * @param listing the same for people, without values
 * @param refused results that are known already
 * @param expected how many users are to be created, updated and so on
 * @param openUsers users in the scope who are not DEPROVISIONED
 * @param first the first users of the plan, those who lose access before others
 * @param protectedIds the users who must not be written to
 */
public record PlanFiles(
        SpillFile changes,
        SpillFile removals,
        Path listing,
        SpillFile refused,
        ChangeCounts expected,
        long openUsers,
        List<UserResult> first,
        Set<String> protectedIds) {
    private static final ObjectMapper JSON = OktaJson.mapper();

    /** How many users the run is to change. */
    public long users() {
        return expected.of(Change.CREATED, Change.UPDATED, Change.REACTIVATED, Change.SUSPENDED, Change.DEACTIVATED);
    }

    /**
     * A user that a run is to change.
     *
     * @param login as a key
     * @param id null where the user is to be created
     * @param change what is expected to happen; UNCHANGED where only a read can tell
     * @param wanted what the directory said; null where it did not name the user
     */
    public record PlanEntry(String login, String id, Change change, JsonNode wanted) {

        public static PlanEntry read(SpillRecord spilled) {
            JsonNode json = json(spilled);
            return new PlanEntry(
                    spilled.key(),
                    json.path("id").textValue(),
                    Change.valueOf(json.path("change").asText()),
                    json.get("wanted"));
        }

        private SpillRecord spilled() {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("change", change.name());
            if (id != null) {
                json.put("id", id);
            }
            if (wanted != null) {
                json.set("wanted", wanted);
            }
            return new SpillRecord(login, bytes(json));
        }
    }

    /** Writes the files while the plan is made, and counts. */
    public static final class PlanWriter implements Closeable {
        private static final int SHOWN = 20;

        private final SpillFile changesFile;
        private final SpillFile removalsFile;
        private final Path listingFile;
        private final SpillFile refusedFile;
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
            listingFile = directory.path("plan.jsonl");
            refusedFile = directory.file("refused");
            changes = changesFile.writer();
            removals = removalsFile.writer();
            refused = refusedFile.writer();
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
            refused.write(spilled(new UserResult(login, id, Change.REFUSED, refusal, List.of())));
        }

        /** Takes a user of whom only a read can tell whether anything is to be reported. It is counted by the run. */
        public void lookUp(PlanEntry entry) {
            changes.write(entry.spilled());
        }

        public void plan(PlanEntry entry, Plan plan) {
            expected.add(entry.change());
            boolean removal = entry.change().takesAway();
            (removal ? removals : changes).write(entry.spilled());
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
        public PlanFiles files(long openUsers, Set<String> protectedIds) {
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

    public static SpillRecord spilled(UserResult result) {
        try {
            return new SpillRecord(result.login(), JSON.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UserResult result(SpillRecord spilled) {
        try {
            return JSON.readValue(spilled.json(), UserResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a record. */
    public static JsonNode json(SpillRecord spilled) {
        try {
            return JSON.readTree(spilled.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON as it stands in a record. */
    public static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
