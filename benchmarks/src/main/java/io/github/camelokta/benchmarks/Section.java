/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** A part of the benchmarks. */
interface Section {
    List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException;
}
