/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.oktasdk;

import com.okta.sdk.resource.api.UserApi;
import com.okta.sdk.resource.common.PagedList;
import com.okta.sdk.resource.model.User;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The users of page after page. */
final class UserPages implements Iterator<User> {
    private static final int LIMIT = 200;

    private final UserApi users;
    private PagedList<User> page;
    private int at;

    UserPages(UserApi users) {
        this.users = users;
        this.page = read(null);
    }

    private PagedList<User> read(String after) {
        at = 0;
        return (PagedList<User>) users.listUsers(null, null, after, LIMIT, null, null, null, null);
    }

    @Override
    public boolean hasNext() {
        if (at < page.size()) {
            return true;
        }
        if (!page.hasMoreItems()) {
            return false;
        }
        page = read(page.getAfter());
        return !page.isEmpty();
    }

    @Override
    public User next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(at++);
    }
}
