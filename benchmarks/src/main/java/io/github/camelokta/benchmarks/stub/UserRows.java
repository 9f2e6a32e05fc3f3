/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** Writes users as Okta shows them, about 1.25 kB each: the same bytes for all but the number and the time of the last update. */
final class UserRows {
    private static final String NUMBER = "##########";
    private static final String TIME = "@@@@@@@@@@@@@@@@@@@";
    private static final String ID = "00ubench00" + NUMBER;
    private static final String SELF = "https://bench.okta.com/api/v1/users/" + ID;
    private static final String USER = String.join(
            "",
            "{\"id\":\"" + ID + "\",\"status\":\"ACTIVE\",\"created\":\"2019-03-04T09:15:06.000Z\",",
            "\"activated\":\"2019-03-04T09:15:07.000Z\",\"statusChanged\":\"2019-03-04T09:15:07.000Z\",",
            "\"lastLogin\":\"2019-12-13T17:01:44.000Z\",\"lastUpdated\":\"" + TIME + ".000Z\",",
            "\"passwordChanged\":\"2019-06-17T08:00:01.000Z\",\"type\":{\"id\":\"otybench000000000001\"},",
            "\"profile\":{\"firstName\":\"Zo\\u00eb\",\"lastName\":\"Example " + NUMBER + "\",",
            "\"email\":\"zoe." + NUMBER + "@example.com\",\"login\":\"zoe." + NUMBER + "@example.com\",",
            "\"mobilePhone\":\"+1-555-0100\",\"department\":\"Sales\",\"title\":\"Clerk\",\"city\":\"Springfield\",",
            "\"employeeNumber\":\"" + NUMBER + "\",\"secondEmail\":null},",
            "\"credentials\":{\"password\":{},\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}},",
            "\"_links\":{\"self\":{\"href\":\"" + SELF + "\"},",
            "\"suspend\":{\"href\":\"" + SELF + "/lifecycle/suspend\",\"method\":\"POST\"},",
            "\"resetPassword\":{\"href\":\"" + SELF + "/lifecycle/reset_password\",\"method\":\"POST\"},",
            "\"deactivate\":{\"href\":\"" + SELF + "/lifecycle/deactivate\",\"method\":\"POST\"}}}");

    private final byte[] user = USER.getBytes(StandardCharsets.US_ASCII);
    private final int[] numbers = placesOf(NUMBER);
    private final int time = USER.indexOf(TIME);
    private final Timeline timeline;

    UserRows(Timeline timeline) {
        this.timeline = timeline;
    }

    /** One user. */
    byte[] one(int number) {
        byte[] json = new byte[user.length];
        write(number, json, 0);
        return json;
    }

    /** The users of a range as an array. */
    byte[] page(int from, int to) {
        if (from >= to) {
            return new byte[] {'[', ']'};
        }
        byte[] json = new byte[1 + (to - from) * (user.length + 1)];
        json[0] = '[';
        int at = 1;
        for (int number = from; number < to; number++) {
            write(number, json, at);
            at += user.length;
            json[at++] = ',';
        }
        json[at - 1] = ']';
        return json;
    }

    private void write(int number, byte[] json, int at) {
        System.arraycopy(user, 0, json, at, user.length);
        for (int place : numbers) {
            int rest = number;
            for (int digit = NUMBER.length() - 1; digit >= 0; digit--) {
                json[at + place + digit] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        String updated = Instant.ofEpochSecond(timeline.secondOf(number)).toString();
        for (int i = 0; i < TIME.length(); i++) {
            json[at + time + i] = (byte) updated.charAt(i);
        }
    }

    private static int[] placesOf(String slot) {
        return Pattern.compile(slot)
                .matcher(USER)
                .results()
                .mapToInt(match -> match.start())
                .toArray();
    }
}
