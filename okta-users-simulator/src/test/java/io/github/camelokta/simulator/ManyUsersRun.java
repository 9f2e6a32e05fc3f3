/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.UserStatus;

/** Fills an org with many users and reads them by pages: all of the plain list, the first hundred pages of a sorted search; {@link ManyUsersTest} runs it in a small heap of its own. */
final class ManyUsersRun {
    private ManyUsersRun() {}

    public static void main(String[] args) {
        int users = Integer.parseInt(args[0]);
        try (OktaSimulator okta = OktaSimulator.builder()
                .rateLimit(RateLimits.USERS, Integer.MAX_VALUE)
                .start()) {
            long start = System.nanoTime();
            for (int i = 0; i < users; i++) {
                okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
            }
            System.out.println("filled after ms " + (System.nanoTime() - start) / 1_000_000);
            System.out.println("plain " + count(okta, "/api/v1/users?fields=id", Integer.MAX_VALUE));
            System.out.println("plain after ms " + (System.nanoTime() - start) / 1_000_000);
            System.out.println("sorted "
                    + count(okta, "/api/v1/users?search=status+pr&sortBy=lastUpdated&sortOrder=asc&fields=id", 100));
            System.out.println("sorted after ms " + (System.nanoTime() - start) / 1_000_000);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println("heap MB " + (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576);
        }
    }

    private static int count(OktaSimulator okta, String url, int pages) {
        OktaClient client = new OktaClient(okta);
        int count = 0;
        String next = url;
        for (int read = 0; next != null && read < pages; read++) {
            Answer page = client.get(next);
            count += page.json().size();
            next = page.link("next");
        }
        return count;
    }
}
