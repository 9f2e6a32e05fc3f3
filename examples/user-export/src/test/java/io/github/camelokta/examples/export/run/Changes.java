/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes somebody at each turn: back and forth between few states, so that users also come to stand as they stood before. */
final class Changes implements Runnable {
    private static final List<String> CITIES = List.of("Oslo", "Rome");

    private final OktaSimulator okta;
    private final Random random;
    private final List<SimulatedUser> users;
    private volatile int count;

    Changes(OktaSimulator okta, Random random) {
        this.okta = okta;
        this.random = random;
        this.users = new ArrayList<>(okta.users());
    }

    @Override
    public void run() {
        SimulatedUser user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(10)) {
            case 0 -> users.add(okta.addUser("new" + users.size() + "@example.com", UserStatus.STAGED));
            case 1 -> user.change(UserStatus.DEPROVISIONED);
            case 2, 3 -> user.change(random.nextBoolean() ? UserStatus.ACTIVE : UserStatus.SUSPENDED);
            case 4 -> CITIES.forEach(city -> user.change("city", city));
            default -> user.change("city", CITIES.get(random.nextInt(CITIES.size())));
        }
        count++;
    }

    int count() {
        return count;
    }
}
