/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMappingTest {

    @Test
    void a_person_becomes_an_active_user() {
        Attributes ann = ann();
        ann.put("cn", "Ann Ng");
        ann.put("employeeNumber", "17");
        ann.put("title", "Analyst");
        ann.put("ou", "Legal");
        ann.put("l", "Oslo");
        ann.put("mobile", "+1 555 0100");
        ann.put("homePhone", "not asked for");

        assertThat(PersonMapping.wanted(ann))
                .isEqualTo(Map.of(
                        "status",
                        "ACTIVE",
                        "profile",
                        Map.ofEntries(
                                Map.entry("login", "ann@example.com"),
                                Map.entry("email", "ann@example.com"),
                                Map.entry("firstName", "Ann"),
                                Map.entry("lastName", "Ng"),
                                Map.entry("displayName", "Ann Ng"),
                                Map.entry("employeeNumber", "17"),
                                Map.entry("title", "Analyst"),
                                Map.entry("department", "Legal"),
                                Map.entry("city", "Oslo"),
                                Map.entry("mobilePhone", "+1 555 0100"),
                                Map.entry("userType", "employee"))));
    }

    @Test
    void what_the_directory_lacks_is_cleared() {
        Attributes ann = ann();
        ann.put("l", "  ");
        ann.put(new BasicAttribute("title"));

        assertThat(profile(ann))
                .containsEntry("title", null)
                .containsEntry("city", null)
                .containsEntry("mobilePhone", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "givenName", "sn", "employeeType"})
    void somebody_without_what_Okta_requires_ends_the_run_and_is_found_by_a_filter(String attribute) {
        Attributes ann = ann();
        ann.remove(attribute);

        assertThatThrownBy(() -> PersonMapping.wanted(ann))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Somebody in the directory has no " + attribute + ", which Okta requires: the filter (!("
                        + attribute + "=*)) finds who it is");
    }

    @Test
    void of_several_values_it_is_always_the_same() {
        for (List<String> order : List.of(List.of("Sales", "Legal"), List.of("Legal", "Sales"))) {
            Attributes ann = ann();
            BasicAttribute departments = new BasicAttribute("ou", true);
            order.forEach(departments::add);
            ann.put(departments);

            assertThat(profile(ann)).containsEntry("department", "Legal");
        }
    }

    @Test
    void people_come_one_after_the_other() {
        Attributes bea = ann();
        bea.put("mail", "bea@example.com");

        Iterator<Map<String, Object>> wanted = new PersonMapping()
                .wanted(List.of(new SearchResult("uid=1", null, ann()), new SearchResult("uid=2", null, bea)));

        assertThat(wanted)
                .toIterable()
                .extracting(user -> profile(user).get("login"))
                .containsExactly("ann@example.com", "bea@example.com");
    }

    @Test
    void the_directory_is_asked_for_what_is_used() {
        assertThat(PersonMapping.attributes())
                .isEqualTo("mail,givenName,sn,cn,employeeNumber,title,ou,l,mobile,employeeType");
    }

    private static Map<String, Object> profile(Attributes person) {
        return profile(PersonMapping.wanted(person));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> profile(Map<String, Object> user) {
        return (Map<String, Object>) user.get("profile");
    }

    private static Attributes ann() {
        Attributes ann = new BasicAttributes(true);
        ann.put("mail", "ann@example.com");
        ann.put("givenName", "Ann");
        ann.put("sn", " Ng ");
        ann.put("employeeType", "employee");
        return ann;
    }
}
