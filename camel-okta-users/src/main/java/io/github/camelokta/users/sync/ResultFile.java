/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Results as records on disk. */
final class ResultFile {
    private static final ObjectMapper JSON = OktaJson.mapper().build();

    private ResultFile() {}

    static Spilled spilled(UserResult result) {
        try {
            return new Spilled(result.login(), JSON.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UserResult read(Spilled spilled) {
        try {
            return JSON.readValue(spilled.json(), UserResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
