/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplePeopleTest {

    @Test
    void each_is_somebody_else_and_always_the_same() {
        List<Person> all = SamplePeople.range(0, SamplePeople.MOST);

        assertThat(all)
                .extracting(Person::mail)
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.matches("[a-z.]+@example\\.com"));
        assertThat(all).extracting(Person::uid).doesNotHaveDuplicates();
        assertThat(all).isEqualTo(SamplePeople.range(0, SamplePeople.MOST));
        assertThat(SamplePeople.person(3).mail()).isEqualTo("bjorn.kim@example.com");
    }
}
