/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What a result is handed over as. */
public enum ResultFormat {
    /** A {@code Map}; a list as {@code List<Map>}. */
    map,
    /** A Jackson {@code JsonNode}; a list as {@code List<JsonNode>}. */
    json,
    /** The JSON text; a list as one JSON array. */
    string,
    /** The bytes of the JSON text in UTF-8; a list as one JSON array. */
    bytes,
    /** A stream of the bytes, cached: no connection stays open; a list as one JSON array. */
    stream
}
