/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Okta's answer, read to its end; the connection is free again. */
public final class OktaResponse {
    private static final byte[] NO_BODY = {};

    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final int attempts;

    /** One header line. A name may come on several lines. */
    public record Header(String name, String value) {}

    public OktaResponse(int status, List<Header> headers, byte[] body) {
        this(status, headers, body, 1);
    }

    private OktaResponse(int status, List<Header> headers, byte[] body, int attempts) {
        this.status = status;
        this.headers = headers;
        this.body = body == null ? NO_BODY : body;
        this.attempts = attempts;
    }

    /** The same answer, to the last of so many attempts. */
    OktaResponse after(int count) {
        return count == attempts ? this : new OktaResponse(status, headers, body, count);
    }

    /** Stands for the answer where nothing was changed, because all was found to be so already. */
    public static OktaResponse unchanged() {
        return new OktaResponse(0, List.of(), null);
    }

    /** Stands for an answer that was lost, where a read has shown that the call was carried out. */
    static OktaResponse confirmed(byte[] body) {
        return new OktaResponse(body == null ? 204 : 200, List.of(), body);
    }

    /** Whether this stands for an answer where nothing was changed. */
    public boolean isUnchanged() {
        return status == 0;
    }

    public int status() {
        return status;
    }

    /** How many attempts the call took; 1 or more. */
    public int attempts() {
        return attempts;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first line of this name, in any case of letters. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** The first line of this name as a number; empty if it is none. */
    public OptionalLong number(String name) {
        try {
            return header(name)
                    .map(String::strip)
                    .map(Long::valueOf)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** All lines of this name, in any case of letters. */
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>(2);
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                values.add(header.value());
            }
        }
        return values;
    }

    /** The bytes of the body; of length 0 where there is none. Not to be changed. */
    public byte[] body() {
        return body;
    }
}
