/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.sync.spill.Spilled;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Results as records on disk. */
public final class ResultFile {
    private static final ObjectMapper JSON = OktaJson.mapper().build();

    private ResultFile() {}

    public static Spilled spilled(UserResult result) {
        try {
            return new Spilled(result.login(), JSON.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UserResult read(Spilled spilled) {
        try {
            return JSON.readValue(spilled.json(), UserResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
