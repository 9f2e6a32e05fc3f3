/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.UserBuilder;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.HashMap;
import java.util.Map;

/** A simulated org in which the directory has been brought to Okta half-way, and other users are. */
final class SampleOrg {
    /** Whom the directory owns. */
    static final String SCOPE = "profile.userType eq \"employee\"";

    /** Who is never written to. */
    static final String PROTECT = "profile.login eq \"break.glass@example.com\" or profile.login sw \"svc-\"";

    /** People from this number on are in no directory. */
    static final int LEAVERS = 2_100;

    private static final int LEAVERS_COUNT = 5;

    private static final int PARTNERS = 25;
    private static final int PROMOTED_EACH = 20;
    private static final int REHIRED_EACH = 200;
    private static final int NO_LIMIT = 1_000_000;

    private static final Map<String, String> OKTA_NAMES = Map.of(
            "mail", "email",
            "givenName", "firstName",
            "sn", "lastName",
            "cn", "displayName",
            "ou", "department",
            "l", "city",
            "mobile", "mobilePhone",
            "employeeType", "userType");

    private SampleOrg() {}

    /**
     * Starts it, without rate limits: with them a run takes minutes, as on a real org.
     *
     * @param present how many of the sample people are there already
     */
    static OktaSimulator start(int present) {
        OktaSimulator okta = OktaSimulator.builder()
                .rateLimit(RateLimits.USERS, NO_LIMIT)
                .rateLimit(RateLimits.READ_USER, NO_LIMIT)
                .rateLimit(RateLimits.WRITE_USER, NO_LIMIT)
                .start();
        for (int number = 0; number < present; number++) {
            boolean promoted = number % PROMOTED_EACH == 1;
            boolean rehired = number % REHIRED_EACH == 2;
            user(okta, promoted ? SamplePeople.person(number).with("title", "Trainee") : SamplePeople.person(number))
                    .status(rehired ? UserStatus.DEPROVISIONED : UserStatus.ACTIVE)
                    .add();
        }
        SamplePeople.range(LEAVERS, LEAVERS + LEAVERS_COUNT)
                .forEach(person -> user(okta, person).add());
        okta.user("break.glass@example.com").profile("userType", "employee").add();
        for (int partner = 0; partner < PARTNERS; partner++) {
            okta.user("partner" + partner + "@example.org")
                    .profile("userType", "partner")
                    .add();
        }
        return okta;
    }

    private static UserBuilder user(OktaSimulator okta, Person person) {
        UserBuilder user = okta.user(person.mail());
        profile(person).forEach(user::profile);
        return user;
    }

    /** The person as a profile, written down apart from the mapping so that one shows the faults of the other. */
    static Map<String, String> profile(Person person) {
        Map<String, String> profile = new HashMap<>();
        person.attributes().forEach((name, value) -> profile.put(OKTA_NAMES.getOrDefault(name, name), value));
        profile.put("login", person.mail());
        return profile;
    }
}
