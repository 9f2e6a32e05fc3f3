/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.users.api.CredentialsException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
    @TempDir
    Path directory;

    @Test
    void a_file_is_read_again_only_after_the_secret_was_forgotten() throws Exception {
        Path file = write("first\n");
        SecretText secret = new SecretText("token", "SSWS", "file:" + file);
        write("second\n");
        assertThat(secret.value()).isEqualTo("first");

        secret.forget();

        assertThat(secret.lastValue()).isEqualTo("first");
        assertThat(secret.value()).isEqualTo("second");
        write("third");
        assertThat(secret.value()).isEqualTo("second");
    }

    @Test
    void a_file_that_cannot_be_read_now_is_tried_again_by_the_next_call() throws Exception {
        Path file = write("first");
        SecretText secret = new SecretText("token", "SSWS", "file:" + file);
        Files.delete(file);
        secret.forget();

        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(secret::value)
                .satisfies(e ->
                        assertThat(e.isPassing()).as("worth another attempt").isTrue())
                .withMessage(
                        "The file that option token names cannot be read (NoSuchFileException): check that %s exists"
                                + " and that this process may read it",
                        file);
        write("");
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(secret::value)
                .satisfies(
                        e -> assertThat(e.isPassing()).as("it is being written").isTrue());
        write("second");
        assertThat(secret.value()).isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource({"token, SSWS, SSWS 00abc", "token, SSWS, ssws  00abc ", "accessToken, Bearer, Bearer 00abc"})
    void the_scheme_of_a_pasted_header_is_left_out(String option, String scheme, String given) throws Exception {
        assertThat(new SecretText(option, scheme, given).value()).isEqualTo("00abc");
        assertThat(new SecretText(option, scheme, "file:" + write(given)).value())
                .isEqualTo("00abc");
    }

    @ParameterizedTest
    @CsvSource({
        "token, SSWS, Bearer 00Canary, Option token holds an access token: set accessToken to it instead",
        "accessToken, Bearer, SSWS 00Canary, Option accessToken holds an API token: set token to it instead"
    })
    void the_scheme_of_another_option_is_named(String option, String scheme, String given, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText(option, scheme, given))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "X-UTF-16LE-BOM"})
    void a_file_is_read_whatever_Unicode_it_was_saved_in(String charset) throws Exception {
        String text = charset.equals("UTF-8") || charset.startsWith("UTF-16L") || charset.startsWith("UTF-16B")
                ? "\ufeff00abc\r\n"
                : "00abc\r\n";
        Path file = Files.write(directory.resolve("saved"), text.getBytes(Charset.forName(charset)));

        assertThat(new SecretText("token", "SSWS", "file:" + file).value()).isEqualTo("00abc");
    }

    @Test
    void UTF_16_without_a_mark_is_named() throws Exception {
        Path file = Files.write(directory.resolve("saved"), "00abc".getBytes(StandardCharsets.UTF_16LE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "SSWS", "file:" + file))
                .withMessage("The file that option token names is not UTF-8 text (%s): save it as UTF-8", file);
    }

    @Test
    void a_URL_with_slashes_names_a_file_too() throws Exception {
        assertThat(new SecretText("token", "SSWS", "file://" + write("x")).value())
                .isEqualTo("x");
    }

    @Test
    void an_inline_secret_is_never_forgotten() {
        SecretText secret = new SecretText("token", "SSWS", " inline ");
        secret.forget();
        assertThat(secret.value()).isEqualTo("inline");
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        Path file = write(" \n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "SSWS", "file:" + file))
                .withMessage("Option token gives an empty secret: set it to the secret itself");
    }

    @Test
    void a_file_of_several_lines_or_of_other_bytes_than_text_is_refused_and_not_quoted() throws Exception {
        Path lines = write("Canary1\nCanary2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "SSWS", "file:" + lines))
                .withMessageContaining("a line break inside")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("Canary"));
        Path bytes = Files.write(directory.resolve("bytes"), new byte[] {(byte) 0xff, 65});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "SSWS", "file:" + bytes))
                .withMessageContaining("is not UTF-8 text (" + bytes + "): save it as UTF-8");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("token.txt"), text);
    }
}
