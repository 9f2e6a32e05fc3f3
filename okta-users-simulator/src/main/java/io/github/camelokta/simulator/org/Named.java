/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;

/**
 * Something in the org that users belong to: a group, an app instance or an identity provider.
 *
 * @param id the id
 * @param name a group's name, the catalog name of an app ({@code salesforce}), an identity provider's name
 * @param label what people read
 * @param created when it was made
 */
public record Named(String id, String name, String label, Instant created) {}
