/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.json.JsonBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Okta's answer, read to its end; the connection is free again. */
public final class OktaResponse {
    private static final JsonBytes NO_BODY = JsonBytes.of(new byte[0]);

    private final int status;
    private final List<Header> headers;
    private final JsonBytes body;
    private final int attempts;

    /** One header line. A name may come on several lines. */
    public record Header(String name, String value) {}

    public OktaResponse(int status, List<Header> headers, byte[] body) {
        this(body == null ? NO_BODY : JsonBytes.of(body), status, headers, 1);
    }

    private OktaResponse(JsonBytes body, int status, List<Header> headers, int attempts) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.attempts = attempts;
    }

    /** @param body null if there is none */
    public static OktaResponse read(int status, List<Header> headers, JsonBytes body) {
        return new OktaResponse(body == null ? NO_BODY : body, status, headers, 1);
    }

    /** The same answer, to the last of so many attempts. */
    public OktaResponse after(int count) {
        return count == attempts ? this : new OktaResponse(body, status, headers, count);
    }

    /** Stands for the answer where nothing was changed, because all was found to be so already. */
    public static OktaResponse unchanged() {
        return new OktaResponse(0, List.of(), null);
    }

    /** Stands for an answer that was lost, where a read has shown that the call was carried out. */
    public static OktaResponse confirmed(byte[] body) {
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
        return Optional.ofNullable(headerOrNull(name));
    }

    public String headerOrNull(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** The first line of this name as a number; empty if it is none. */
    public OptionalLong number(String name) {
        String value = headerOrNull(name);
        try {
            return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.strip()));
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

    public boolean hasBody() {
        return body.length() > 0;
    }

    /** The bytes of the body; of length 0 where there is none. Not to be changed. */
    public byte[] body() {
        return body.exact();
    }

    /** The body as it was read; that of a page counts only until its {@link PageIterator} reads another one in its place. */
    public JsonBytes page() {
        return body;
    }
}
