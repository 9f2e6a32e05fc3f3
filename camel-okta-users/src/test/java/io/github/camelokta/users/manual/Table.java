/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import java.util.List;

/** An AsciiDoc table. */
public final class Table {

    private Table() {}

    public static String of(String columns, List<String> titles, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("[cols=\"" + columns + "\", options=\"header\"]\n|===\n");
        text.append("| ").append(String.join(" | ", titles)).append('\n');
        for (List<String> row : rows) {
            text.append('\n');
            row.forEach(
                    cell -> text.append("| ").append(cell.replace("|", "\\|")).append('\n'));
        }
        return text.append("|===\n").toString();
    }
}
