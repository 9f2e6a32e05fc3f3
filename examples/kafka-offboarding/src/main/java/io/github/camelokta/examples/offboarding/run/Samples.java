/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.UserBuilder;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Accounts in a simulated org, and what HR says of them. */
final class Samples {
    /** The login of the account for emergencies. */
    static final String BREAK_GLASS = "break.glass@example.com";

    private static final String LEFT = ",\"reason\":\"resigned\",\"at\":\"2026-11-20T17:00:00Z\"}";

    private final OktaSimulator okta;
    private final List<Sample> samples = new ArrayList<>();

    private Samples(OktaSimulator okta) {
        this.okta = okta;
    }

    /** Adds the accounts to the org and returns the events, none of which is published yet. */
    static List<Sample> seed(OktaSimulator okta) {
        return new Samples(okta).seed();
    }

    private List<Sample> seed() {
        for (UserStatus status : UserStatus.values()) {
            String login = status.name().toLowerCase(Locale.ROOT).replace('_', '.') + "@example.com";
            closes("by login", account(login).status(status).add(), byLogin(login));
        }
        SimulatedUser byId = account("by.id@example.com").add();
        closes("by id", byId, "{\"id\":\"" + byId.id() + "\"" + LEFT);
        closes("ACTIVE once more", samples.get(UserStatus.ACTIVE.ordinal()));

        SimulatedUser admin = account("admin@example.com").roles("USER_ADMIN").add();
        fails("an administrator", admin, byLogin("admin@example.com"), "holds an administrator role (USER_ADMIN)");
        fails("protected", account(BREAK_GLASS).add(), byLogin(BREAK_GLASS), "on the list of protected accounts");
        fails("nobody's login", null, byLogin("nobody@example.com"), "get failed: Okta answered 404 E0000007");
        fails("cut off", null, "{\"login\":\"cut.off@exa", "no JSON that can be read");
        return List.copyOf(samples);
    }

    private UserBuilder account(String login) {
        return okta.user(login)
                .session()
                .session()
                .grant("0oaCalendar", "calendar.read")
                .refreshToken("0oaCalendar")
                .refreshToken("0oaMail")
                .factors("push", "token:software:totp");
    }

    private static String byLogin(String login) {
        return "{\"login\":\"" + login + "\"" + LEFT;
    }

    private void closes(String shows, SimulatedUser account, String event) {
        samples.add(new Sample(shows, account, account.status(), event, null));
    }

    private void closes(String shows, Sample again) {
        samples.add(new Sample(shows, again.account(), UserStatus.DEPROVISIONED, again.event(), null));
    }

    private void fails(String shows, SimulatedUser account, String event, String cause) {
        samples.add(new Sample(shows, account, account == null ? null : account.status(), event, cause));
    }
}
