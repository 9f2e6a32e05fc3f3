/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names as {@code file:/path} and that holds a secret. */
final class SecretFile {
    private static final String PREFIX = "file:";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String option;
    private final Path path;

    private SecretFile(String option, Path path) {
        this.option = option;
        this.path = path;
    }

    /** The file that the option's value names; null if it names none. */
    static SecretFile namedBy(String option, String given) {
        return given.startsWith(PREFIX)
                ? new SecretFile(option, Path.of(withoutSlashes(given.substring(PREFIX.length()))))
                : null;
    }

    /**
     * @return without a byte order mark
     * @throws IllegalArgumentException if it cannot be read now, or is no text
     */
    String read() {
        try {
            return text(Files.readAllBytes(path));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The file that option " + option + " names is not UTF-8 text (" + path + "): save it as UTF-8");
        } catch (IOException e) {
            throw new IllegalArgumentException("The file that option " + option + " names cannot be read ("
                    + e.getClass().getSimpleName() + "): check that " + path
                    + " exists and that this process may read it");
        }
    }

    /** UTF-8, or UTF-16 with a byte order mark, as some editors and shells of Windows save texts. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        boolean utf16 = bytes.length > 1
                && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
                        || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
        Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String withoutSlashes(String path) {
        return path.startsWith("//") ? path.substring(2) : path;
    }
}
