/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.UserResult;
import java.nio.file.Path;
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
        Path changes,
        Path removals,
        Path listing,
        Path refused,
        ChangeCounts expected,
        long openUsers,
        List<UserResult> first,
        Set<String> protectedIds) {}
