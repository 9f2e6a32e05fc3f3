/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Users as Okta shows them. */
public final class SampleUsers {
    private static final int PAGE = 200;

    private SampleUsers() {}

    /** A page in JSON. */
    public static byte[] page() {
        return IntStream.range(0, PAGE)
                .mapToObj(SampleUsers::user)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String user(int number) {
        String id = "00usample00" + (100_000_000 + number);
        String self = "https://acme.okta.com/api/v1/users/" + id;
        return "{\"id\":\"" + id + "\",\"status\":\"ACTIVE\",\"created\":\"2019-03-04T09:15:06.000Z\","
                + "\"activated\":\"2019-03-04T09:15:07.000Z\",\"statusChanged\":\"2019-03-04T09:15:07.000Z\","
                + "\"lastLogin\":\"2019-12-13T17:01:44.000Z\",\"lastUpdated\":\"2020-01-01T00:00:00.000Z\","
                + "\"passwordChanged\":\"2019-06-17T08:00:01.000Z\",\"type\":{\"id\":\"otysample00000000001\"},"
                + "\"profile\":{\"firstName\":\"Zo\\u00eb\",\"lastName\":\"Example\",\"email\":\"zoe" + number
                + "@example.com\",\"login\":\"zoe" + number + "@example.com\",\"mobilePhone\":\"+1-555-0100\","
                + "\"department\":\"Sales\",\"title\":\"Clerk\",\"city\":\"Springfield\",\"secondEmail\":null},"
                + "\"credentials\":{\"password\":{},\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}},"
                + "\"_links\":{\"self\":{\"href\":\"" + self + "\"},"
                + "\"suspend\":{\"href\":\"" + self + "/lifecycle/suspend\",\"method\":\"POST\"},"
                + "\"resetPassword\":{\"href\":\"" + self + "/lifecycle/reset_password\",\"method\":\"POST\"},"
                + "\"deactivate\":{\"href\":\"" + self + "/lifecycle/deactivate\",\"method\":\"POST\"}}}";
    }
}
