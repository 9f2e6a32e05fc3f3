/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.support.Randoms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSlicerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper ESCAPING =
            new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    private final JsonSlicer slicer = new JsonSlicer(new JsonFactory());

    @Test
    void slices_are_the_bytes_of_the_elements_as_they_came() throws Exception {
        assertThat(slices(" [ {\"a\" : 1 } ,{},\n{\"ü\":\"}]\\\"\"}\t]\n"))
                .containsExactly("{\"a\" : 1 }", "{}", "{\"ü\":\"}]\\\"\"}");
        assertThat(slices("[]")).isEmpty();
        assertThat(slices("\uFEFF[{\"a\":1}]")).containsExactly("{\"a\":1}");
    }

    @Test
    void slices_of_random_arrays_are_what_Jackson_reads() throws Exception {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int j = random.nextInt(30); j > 0; j--) {
                array.add(object(random, 3));
            }
            ObjectMapper writer = random.nextBoolean() ? MAPPER : ESCAPING;
            String json = random.nextBoolean()
                    ? writer.writerWithDefaultPrettyPrinter().writeValueAsString(array)
                    : writer.writeValueAsString(array);

            List<JsonNode> read = new ArrayList<>();
            for (String slice : slices(json)) {
                read.add(MAPPER.readTree(slice));
            }
            assertThat(read).as("seed %d", seed).containsExactlyElementsOf(array);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "17",
                "[1]",
                "[null]",
                "[[]]",
                "[\"a\"]",
                "[{}",
                "[{},",
                "[{}]]",
                "[{}][{}]",
                "[{}] x",
                "[{},null]",
                "[{\"a\":}]",
                "[{\"a\":\"\u0001\"}]",
                "<html></html>",
            })
    void what_is_no_array_of_objects_is_refused(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> slices(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "17", "{", "{}{}", "{} x", "{\"a\":1}}", "<html></html>"})
    void what_is_no_object_is_refused(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> slicer.requireObject(json.getBytes(UTF_8)));
    }

    @Test
    void an_object_is_accepted() throws Exception {
        slicer.requireObject(" {\"a\":[{}],\"ü\":\"😀\"} \n".getBytes(UTF_8));
    }

    /** The parser reads it, but tells no byte offsets. */
    @Test
    void another_encoding_than_UTF_8_is_refused() {
        byte[] json = "[{\"a\":1}]".getBytes(StandardCharsets.UTF_16);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> slicer.slice(JsonBytes.of(json), (from, to) -> {}));
    }

    private List<String> slices(String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        List<String> slices = new ArrayList<>();
        slicer.slice(
                JsonBytes.of(bytes), (from, to) -> slices.add(new String(Arrays.copyOfRange(bytes, from, to), UTF_8)));
        return slices;
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(Randoms.text(random, 8), value(random, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> nodes.textNode(Randoms.text(random, 40));
            case 1 -> nodes.numberNode(random.nextInt());
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.nullNode();
            case 4 -> nodes.textNode("]},{[\"\\");
            case 5 -> nodes.arrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
            default -> object(random, depth - 1);
        };
    }
}
