/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTextTest {
    @TempDir
    Path directory;

    @Test
    void a_file_is_read_again_only_after_the_secret_was_forgotten() throws Exception {
        Path file = write("first\n");
        SecretText secret = new SecretText("token", "file:" + file);
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
        SecretText secret = new SecretText("token", "file:" + file);
        Files.delete(file);
        secret.forget();

        assertThatIllegalArgumentException()
                .isThrownBy(secret::value)
                .withMessage(
                        "The file that option token names cannot be read (NoSuchFileException): check that %s exists"
                                + " and that this process may read it",
                        file);
        write("second");
        assertThat(secret.value()).isEqualTo("second");
    }

    @Test
    void a_URL_with_slashes_names_a_file_too() throws Exception {
        assertThat(new SecretText("token", "file://" + write("x")).value()).isEqualTo("x");
    }

    @Test
    void an_inline_secret_is_never_forgotten() {
        SecretText secret = new SecretText("token", " inline ");
        secret.forget();
        assertThat(secret.value()).isEqualTo("inline");
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        Path file = write(" \n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "file:" + file))
                .withMessage("Option token gives an empty secret: set it to the secret itself");
    }

    @Test
    void a_file_of_several_lines_or_of_other_bytes_than_text_is_refused_and_not_quoted() throws Exception {
        Path lines = write("Canary1\nCanary2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "file:" + lines))
                .withMessageContaining("a line break inside")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("Canary"));
        Path bytes = Files.write(directory.resolve("bytes"), new byte[] {(byte) 0xff, 65});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretText("token", "file:" + bytes))
                .withMessageContaining("cannot be read (MalformedInputException)");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("token.txt"), text);
    }
}
