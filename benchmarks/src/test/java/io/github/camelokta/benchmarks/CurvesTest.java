/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
    @TempDir
    Path directory;

    @Test
    void an_axis_goes_from_one_power_of_ten_to_another() {
        Axis axis = Axis.around(List.of(30.0, 2_000.0), 100, 400);
        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1_000.0, 10_000.0);
        assertThat(axis.place(10)).isEqualTo(100);
        assertThat(axis.place(10_000)).isEqualTo(400);
        assertThat(axis.place(1_000)).isCloseTo(300, within(1e-9));
    }

    @Test
    void values_that_are_all_one_power_of_ten_have_an_axis_too() {
        assertThat(Axis.around(List.of(1.0), 0, 100).ticks()).containsExactly(1.0, 10.0);
    }

    @Test
    void each_subject_is_a_curve_through_its_medians() throws IOException {
        Sheet sheet = new Sheet("lists");
        for (int users : GrowthSection.USERS) {
            for (Contender contender : GrowthSection.LISTERS.subList(0, 2)) {
                sheet.note(GrowthSection.row(users, contender), GrowthSection.SECONDS, users / 1e5);
                sheet.note(GrowthSection.row(users, contender), GrowthSection.SECONDS, users / 1e5);
                sheet.note(GrowthSection.row(users, contender), GrowthSection.SECONDS, 1e6);
            }
        }
        Path file = directory.resolve("growth.svg");

        new Curves(List.of(sheet)).write(file);

        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.startsWith("<polyline"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("70.0,180.0 226.7,130.0 383.3,80.0 540.0,30.0"));
    }

    @Test
    void what_takes_no_memory_that_can_be_measured_stands_at_the_bottom() throws IOException {
        Sheet sheet = new Sheet("lists");
        String row = GrowthSection.row(1_000, Contender.MAP);
        sheet.note(row, GrowthSection.ALIVE, -0.3);
        Path file = directory.resolve("growth.svg");

        new Curves(List.of(sheet)).write(file);

        assertThat(file).content().contains("70.0,180.0").doesNotContain("NaN");
    }

    @Test
    void nothing_is_drawn_of_what_was_not_measured() throws IOException {
        Path file = directory.resolve("growth.svg");
        new Curves(List.of(new Sheet("calls"))).write(file);
        assertThat(file).doesNotExist();
    }
}
