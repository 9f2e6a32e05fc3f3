/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.ResultKind;
import java.io.IOException;
import java.util.List;

/** Reads Okta's JSON into what the route asked for. */
public interface ResultReader {
    int NO_CONTENT = 204;

    /** One JSON object. */
    Object object(byte[] json) throws IOException;

    /** The object in an answer; null where the operation answers with none, or the answer is no success. */
    default Object result(OktaUsersOperation operation, OktaResponse response) throws IOException {
        boolean none =
                operation.result() != ResultKind.OBJECT || !response.isSuccess() || response.status() == NO_CONTENT;
        return none ? null : object(response.body());
    }

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
