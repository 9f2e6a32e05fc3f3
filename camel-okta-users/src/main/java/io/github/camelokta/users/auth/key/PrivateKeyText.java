/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The private key of an option: inline, in a file that is read again when Okta refuses the key, or on the class path. */
public final class PrivateKeyText {
    private static final String CLASSPATH = "classpath:";

    private final SecretFile file;
    private final SigningKeyParser parser;
    private String text;
    private SigningKey key;

    /**
     * @param classPath opens a resource by name; null if there is none
     * @throws IllegalArgumentException if there is no usable key
     */
    public PrivateKeyText(
            String option, String given, Function<String, InputStream> classPath, SigningKeyParser parser) {
        this.parser = parser;
        this.file = SecretFile.namedBy(option, given.strip());
        if (file != null) {
            text = file.read();
        } else if (given.strip().startsWith(CLASSPATH)) {
            text = resource(option, given.strip().substring(CLASSPATH.length()), classPath);
        } else {
            text = given;
        }
        key = parser.parse(text);
    }

    public synchronized SigningKey key() {
        return key;
    }

    public synchronized String text() {
        return text.strip();
    }

    /**
     * Reads the file again.
     *
     * @param refused the key that Okta refused
     * @return whether there is another key than that one now
     * @throws IllegalArgumentException if the file cannot be read, or holds no usable key; the old one stays
     */
    public synchronized boolean readAgain(SigningKey refused) {
        if (key != refused) {
            return true;
        }
        if (file == null) {
            return false;
        }
        String now = file.read();
        if (now.equals(text)) {
            return false;
        }
        key = parser.parse(now);
        text = now;
        return true;
    }

    private static String resource(String option, String name, Function<String, InputStream> classPath) {
        try (InputStream in = classPath.apply(name.startsWith("/") ? name.substring(1) : name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "Option " + option + " names " + name + ", which is not on the class path: check the name");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("Option " + option + " names " + name
                    + ", which cannot be read from the class path: check the archive that holds it");
        }
    }
}
