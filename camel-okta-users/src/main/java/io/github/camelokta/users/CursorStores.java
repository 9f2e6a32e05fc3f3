/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.removal.KnownUsersStore;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store of a consumer's cursor, under a key that tells the org, the operation and the consumer. */
final class CursorStores {
    private static final Logger LOG = LoggerFactory.getLogger(CursorStores.class);

    private final OktaUsersEndpoint endpoint;
    private final String key;

    /**
     * @param routeId the consumer's name where the endpoint gives none; may be null
     * @throws IllegalArgumentException if there is no name, or one that a state repository cannot hold
     */
    CursorStores(OktaUsersEndpoint endpoint, String routeId) {
        String given = endpoint.getConfiguration().getName();
        String name = given == null ? routeId : given;
        if (name == null || name.isBlank() || name.contains("=") || name.contains("\n")) {
            throw new IllegalArgumentException(
                    "mode=changes needs the option name, without = and line breaks, by which its"
                            + " cursor is found again");
        }
        this.endpoint = endpoint;
        this.key = "okta-users/" + endpoint.settings().org().host() + "/" + endpoint.getOperation() + "/" + name;
    }

    String key() {
        return key;
    }

    /** Opens the store of the known users; the beginning of its keys is not that of a cursor's. */
    KnownUsersStore openKnownUsers() {
        String known = key.replaceFirst("okta-users", "okta-users-known");
        return new KnownUsersStore(open(known + "/ids"), open(known + "/notes"));
    }

    CursorStore open() {
        if (endpoint.getConfiguration().getOffsetRepository() == null) {
            LOG.warn("{}: without offsetRepository the cursor is kept in memory, and lost with this process", key);
        }
        return open(key);
    }

    private CursorStore open(String entry) {
        StateRepository<String, String> given = endpoint.getConfiguration().getOffsetRepository();
        if (given != null) {
            ServiceHelper.startService(given);
        }
        return new RepositoryStore(given == null ? endpoint.memory() : given, entry);
    }

    /** An entry of a repository; its parts are entries beside it. */
    private record RepositoryStore(StateRepository<String, String> repository, String entry) implements CursorStore {

        @Override
        public String load() {
            return repository.getState(entry);
        }

        @Override
        public void save(String text) {
            repository.setState(entry, text);
        }

        @Override
        public CursorStore part(String name) {
            return new RepositoryStore(repository, entry + "/" + name);
        }
    }
}
