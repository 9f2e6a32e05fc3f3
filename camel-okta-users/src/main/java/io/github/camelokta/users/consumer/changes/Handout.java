/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import java.util.List;

/**
 * What one exchange delivers.
 *
 * @param rows one user, or those of a page that are to be delivered
 * @param type what happened to the user; of a page {@link ChangeType#created} only if it holds of all
 * @param index place within the batch, from 0
 * @param batchSize exchanges in the batch
 */
public record Handout(List<ListedUser> rows, ChangeType type, int index, int batchSize) {

    /** Whether the batch ends with it. */
    public boolean isLastOfBatch() {
        return index == batchSize - 1;
    }
}
