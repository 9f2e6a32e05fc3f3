/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts that no event can close: those on a list, and administrators. */
public final class Protection {
    private final Set<String> listed;
    private final boolean closeAdmins;

    /**
     * @param listed ids and logins
     * @param closeAdmins whether an administrator may be closed like anybody else
     */
    public Protection(Collection<String> listed, boolean closeAdmins) {
        this.listed = listed.stream()
                .map(Protection::normal)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.closeAdmins = closeAdmins;
    }

    /**
     * @param roles the account's administrator roles, as Okta lists them
     * @throws NotToBeClosedException if the account is protected
     */
    public void check(Account account, List<? extends Map<?, ?>> roles) {
        if (listed.contains(normal(account.id())) || listed.contains(normal(account.login()))) {
            throw new NotToBeClosedException("the account is on the list of protected accounts");
        }
        if (!closeAdmins && !roles.isEmpty()) {
            String types = roles.stream()
                    .map(role -> String.valueOf(role.get("type")))
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new NotToBeClosedException("the account holds an administrator role (" + types
                    + "): take it away first, or set" + " offboarding.close-admins=true");
        }
    }

    private static String normal(String idOrLogin) {
        return idOrLogin == null ? "" : idOrLogin.strip().toLowerCase(Locale.ROOT);
    }
}
