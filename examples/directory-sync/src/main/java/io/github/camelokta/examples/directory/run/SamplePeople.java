/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Made-up people: each number is somebody, always the same, and no two have the same mail address. */
final class SamplePeople {
    /** How many people there are to have. */
    static final int MOST = 2_500;

    private static final List<String> FIRST = List.of(
            "Ada", "Amir", "Anna", "Björn", "Carla", "Chen", "Daan", "Diego", "Elif", "Emma", "Fatima", "Felix",
            "Giulia", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jana", "José", "Kaito", "Karin", "Lars", "Leila",
            "Linus", "Lucía", "Maja", "Marek", "Mei", "Mona", "Nadia", "Nils", "Noah", "Olga", "Omar", "Paula", "Priya",
            "Ravi", "Rosa", "Samir", "Sofia", "Tariq", "Tess", "Tomás", "Uma", "Vera", "Viktor", "Wei", "Yara", "Zoë");

    private static final List<String> LAST = List.of(
            "Adams",
            "Andersson",
            "Bauer",
            "Becker",
            "Bianchi",
            "Carter",
            "Costa",
            "Dubois",
            "Eriksen",
            "Fischer",
            "Fontaine",
            "García",
            "Gupta",
            "Haddad",
            "Hansen",
            "Hoffmann",
            "Ibrahim",
            "Ito",
            "Janssen",
            "Jensen",
            "Kaya",
            "Kim",
            "Kowalski",
            "Larsen",
            "Li",
            "López",
            "Marino",
            "Meyer",
            "Müller",
            "Nakamura",
            "Novák",
            "Okafor",
            "Olsen",
            "Patel",
            "Pereira",
            "Petrov",
            "Quinn",
            "Rossi",
            "Ruiz",
            "Sato",
            "Schäfer",
            "Silva",
            "Singh",
            "Smit",
            "Tanaka",
            "Torres",
            "Vogel",
            "Weber",
            "Yilmaz",
            "Zhang");

    private static final List<String> CITIES = List.of("Berlin", "Lisbon", "Oslo", "Porto", "Turin", "Utrecht");

    private static final List<String> DEPARTMENTS =
            List.of("Engineering", "Finance", "Human Resources", "Legal", "Sales", "Support");

    private static final List<String> TITLES = List.of("Analyst", "Assistant", "Consultant", "Manager", "Specialist");

    private SamplePeople() {}

    /** The people from one number up to, and without, another. */
    static List<Person> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(SamplePeople::person).toList();
    }

    /** @param number less than {@link #MOST} */
    static Person person(int number) {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("There are " + MOST + " sample people");
        }
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get((number / FIRST.size() + 7 * number) % LAST.size());
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("cn", first + " " + last);
        attributes.put("givenName", first);
        attributes.put("sn", last);
        attributes.put("mail", plain(first) + "." + plain(last) + "@example.com");
        attributes.put("employeeNumber", String.valueOf(10_000 + number));
        attributes.put("employeeType", "employee");
        attributes.put("title", TITLES.get(number % 7 % TITLES.size()));
        attributes.put("ou", DEPARTMENTS.get(number / 5 % DEPARTMENTS.size()));
        attributes.put("l", CITIES.get(number / 3 % CITIES.size()));
        if (number % 4 != 0) {
            attributes.put("mobile", String.format(Locale.ROOT, "+1 555 01%05d", number));
        }
        return new Person("e" + (10_000 + number), attributes);
    }

    /** As it may stand in a mail address. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
