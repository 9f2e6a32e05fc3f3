/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

/** Shows how it is. Asks Okta nothing. */
@FunctionalInterface
public interface SnapshotSource {
    Snapshot snapshot();
}
