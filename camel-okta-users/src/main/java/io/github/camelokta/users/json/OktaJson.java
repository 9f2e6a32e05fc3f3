/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Readers of what comes from outside, bounded: an answer may not overflow the stack by nesting, nor burn time on a number of a
 * million digits. How long an answer may be is bounded before it is read, by {@code maxResponseSize}.
 */
public final class OktaJson {
    /** Users nest four levels deep; custom attributes and embedded resources a few more. */
    static final int DEEPEST = 100;

    /** Digits, sign and exponent. Okta's numbers are counts and times. */
    static final int LONGEST_NUMBER = 100;

    /** Characters of a property's name. */
    static final int LONGEST_NAME = 10_000;

    private OktaJson() {}

    /** A new mapper with Jackson's defaults, within the bounds, which reads only texts that are one value with each name once. */
    public static ObjectMapper mapper() {
        return builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** For a mapper that differs from Jackson's defaults. */
    public static JsonMapper.Builder builder() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
        return JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(bounds).build());
    }

    /**
     * Reads what somebody wants to have done as this mapper does, and refuses what would be dropped in silence: anything after
     * the value, and all but the last of the properties of one name.
     */
    public static ObjectReader strict(ObjectMapper mapper) {
        return mapper.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** The same for a parser that has read nothing yet; what follows the value is up to the caller. */
    public static JsonParser strict(JsonParser parser) {
        return parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }
}
