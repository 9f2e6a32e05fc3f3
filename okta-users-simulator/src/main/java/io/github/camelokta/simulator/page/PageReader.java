/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from the org and the log what the page may show: no credential, no header, no body. */
public final class PageReader {
    static final int USERS_SHOWN = 100;
    private static final int REQUESTS_SHOWN = 50;
    private static final int REQUESTS_SEARCHED = 5_000;
    private static final String MASK = "***";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(token|password|secret|answer|authorization).*");

    private final OktaOrg org;
    private final ShownRequests log;
    private final String token;

    /** Reads {@code org} and {@code log}; {@code token} is masked wherever it shows up. */
    public PageReader(OktaOrg org, ShownRequests log, String token) {
        this.org = org;
        this.log = log;
        this.token = token;
    }

    /** What is there now; with a filter only the users whose id, login or name holds it, and the requests that name one of them. */
    PageState read(String filter) {
        Map<UserStatus, Integer> counts = new EnumMap<>(UserStatus.class);
        List<PageState.User> users = new ArrayList<>();
        int total;
        synchronized (org) {
            total = org.size();
            for (UserState user : org.users().values()) {
                counts.merge(user.status(), 1, Integer::sum);
                if (users.size() < USERS_SHOWN) {
                    PageState.User line = line(user);
                    if (matches(filter, line.id(), line.login(), line.name())) {
                        users.add(line);
                    }
                }
            }
        }
        return new PageState(org.clock().instant(), total, counts, users, log.count(), requests(filter, users));
    }

    private static PageState.User line(UserState user) {
        return new PageState.User(
                user.id(),
                user.profile().text("firstName") + " " + user.profile().text("lastName"),
                user.login(),
                user.status(),
                Instant.ofEpochSecond(user.times().lastUpdated()));
    }

    private List<PageState.Request> requests(String filter, List<PageState.User> users) {
        List<PageState.Request> newestFirst = new ArrayList<>();
        for (ShownRequests.Request request : log.newest(filter.isEmpty() ? REQUESTS_SHOWN : REQUESTS_SEARCHED)) {
            String target = target(request);
            boolean shown = matches(filter, target)
                    || users.stream().anyMatch(user -> target.contains(user.id()) || target.contains(user.login()));
            if (shown && newestFirst.size() < REQUESTS_SHOWN) {
                newestFirst.add(new PageState.Request(request.at(), request.method(), target, request.status()));
            }
        }
        return newestFirst;
    }

    private static boolean matches(String filter, String... texts) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return Arrays.stream(texts)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private String target(ShownRequests.Request request) {
        String query = request.query().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + (SECRET_NAME.matcher(parameter.getKey()).matches() ? MASK : parameter.getValue()))
                .collect(Collectors.joining("&"));
        String target = query.isEmpty() ? request.path() : request.path() + "?" + query;
        return target.replace(token, MASK);
    }
}
