/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes texts to 64 bits: the first of SHA-256. Not for several threads. */
public final class Fingerprinter {
    private final MessageDigest digest = sha256();

    long of(CanonicalJson.JsonText json) {
        digest.update(json.bytes(), 0, json.size());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /**
     * The hash of what decides which users are read and what is shown of them.
     *
     * @param search null or blank where there is none
     * @param fields null or blank where there are none
     */
    public static long ofQuery(String search, String fields) {
        String text = normal(search) + '\n' + normal(fields);
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static String normal(String option) {
        return option == null ? "" : option.strip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
