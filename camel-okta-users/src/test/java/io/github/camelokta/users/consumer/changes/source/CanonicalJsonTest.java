/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.users.support.Randoms;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what Jackson writes of a tree with sorted keys: stored fingerprints are made of that text. */
class CanonicalJsonTest {
    private static final List<String> NAMES = List.of("a", "b", "é", "id", "z\\u0000", "\\\"", "😀", "aa", "");
    private static final List<String> SCALARS = List.of(
            "0",
            "-0",
            "7",
            "-12345678901",
            "123456789012345678901234567890",
            "1.10",
            "0.00",
            "1e2",
            "-2.50E-3",
            "true",
            "false",
            "null",
            "\"\"",
            "\"plain text\"",
            "\"Zo\\u00eb \\/ \\\\ \\\" \\n \\u0001 \\u007f\"",
            "\"日本語 😀\"",
            "\"half \\ud83d a character\"");

    private final JsonMapper tree = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final CanonicalJson canonical = new CanonicalJson();

    @Test
    void any_value_is_written_as_jackson_writes_its_tree() throws IOException {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String json = "{\"v\":" + value(random, 4) + ",\"w\":" + value(random, 2) + "}";
            assertThat(canonical(json)).as("seed %d: %s", seed, json).isEqualTo(ofTree(json));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[]}",
                "{\"a\":1,\"a\":{\"b\":2}}",
                "{\"b\":1,\"a\":2,\"b\":3,\"a\":4}",
                "{\"a\":10E2147483647}",
                "{\"a\":100E2147483647}"
            })
    void so_is_what_is_rare(String json) throws IOException {
        assertThat(canonical(json)).isEqualTo(ofTree(json));
    }

    @Test
    void long_texts_have_room() throws IOException {
        String json = "{\"b\":\"" + "x".repeat(10_000) + "\",\"a\":\"" + "ü".repeat(10_000) + "\"}";
        assertThat(canonical(json)).isEqualTo(ofTree(json));
        assertThat(canonical("{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    private static String value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        StringBuilder json = new StringBuilder();
        if (kind < 2) {
            return SCALARS.get(random.nextInt(SCALARS.size()));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            json.append(json.isEmpty() ? "" : random.nextBoolean() ? "," : " , ");
            if (kind == 2) {
                json.append('"').append(NAMES.get(random.nextInt(NAMES.size()))).append("\": ");
            }
            json.append(value(random, depth - 1));
        }
        return kind == 2 ? "{" + json + "}" : "[" + json + "]";
    }

    private String ofTree(String json) throws IOException {
        return new String(tree.writeValueAsString(tree.readTree(json)).getBytes(UTF_8), UTF_8);
    }

    private String canonical(String json) throws IOException {
        canonical.clear();
        try (JsonParser parser = tree.createParser(json.getBytes(UTF_8))) {
            parser.nextToken();
            // Behind a key, as any value stands in a user.
            CanonicalJson.Field field = canonical.field("k", parser);
            return new String(canonical.text().bytes(), field.from(), field.to(), UTF_8).substring("\"k\":".length());
        }
    }
}
