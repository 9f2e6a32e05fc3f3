/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.support.Randoms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncoderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "@ | %40",
                "+ | %2B",
                "a b | a%20b",
                "% | %25",
                "%20 | %2520",
                "# | %23",
                "é | %C3%A9",
                "& | %26",
                "; | %3B",
                "' | %27",
                "\" | %22",
                "\\ | %5C",
                "/ | %2F",
                "? | %3F",
                "= | %3D",
                "* | %2A",
                "~-._ | ~-._",
                "😀 | %F0%9F%98%80",
                "00ub0oNGTSWTBKOLGLNR | 00ub0oNGTSWTBKOLGLNR",
            })
    void each_character_but_the_unreserved_is_encoded(String plain, String encoded) {
        assertThat(PercentEncoder.encode(plain)).isEqualTo(encoded);
    }

    @Test
    void decoding_gives_every_value_back_and_nothing_reserved_gets_through() {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String value = Randoms.text(random, 24);
            String encoded = PercentEncoder.encode(value);
            assertThat(encoded).as("seed %d", seed).matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*");
            assertThat(decoded(encoded)).as("seed %d", seed).isEqualTo(value);
        }
    }

    /** RFC 3986's decoding, in which a plus sign is a plus sign. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
