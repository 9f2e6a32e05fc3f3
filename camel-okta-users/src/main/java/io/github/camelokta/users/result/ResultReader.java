/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.List;

/** Reads Okta's JSON into what the route asked for. */
public interface ResultReader {

    /** One JSON object. */
    Object object(byte[] json) throws IOException;

    /** The elements of a JSON array, each by itself. */
    List<Object> elements(JsonBytes json) throws IOException;

    /** Starts one body of the elements of several arrays. */
    ListBody list();

    /** One body that grows by pages. */
    interface ListBody {

        /** Adds the elements of a JSON array and gives the number of all so far. */
        int add(JsonBytes json) throws IOException;

        Object body();
    }
}
