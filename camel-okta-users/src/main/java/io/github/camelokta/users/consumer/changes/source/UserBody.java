/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.result.ResultReader;
import io.github.camelokta.users.result.ResultReader.ListBody;
import io.github.camelokta.users.result.ResultReaders;
import java.io.IOException;
import java.util.List;

/** Makes the body of an exchange of users who were read already. */
public final class UserBody {
    private final ResultReader reader;
    private final boolean list;

    /**
     * @param outputClass the class to bind users to instead of maps; null for maps
     * @param list whether a body is a list, or a single user
     */
    public UserBody(ObjectMapper mapper, ResultFormat format, Class<?> outputClass, boolean list) {
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.list = list;
    }

    /** @throws IOException if it cannot be made */
    public Object of(List<ListedUser> users) throws IOException {
        if (!list) {
            return reader.object(users.get(0).json());
        }
        ListBody body = reader.list();
        body.add(JsonBytes.array(users.stream().map(ListedUser::json).toList()));
        return body.body();
    }
}
