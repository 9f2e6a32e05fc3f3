/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import java.nio.file.Path;

/**
 * What a directory's runs go by.
 *
 * @param scope the search expression of the users that the directory owns
 * @param protect the search expression of the users who are never written to; null for none
 * @param access when access is given and taken away
 * @param attributes which attributes are compared
 * @param limits how much one run may change
 * @param workDirectory where plans are kept while they are worked on; null for the system's temporary directory
 */
public record ReconcileRules(
        String scope,
        String protect,
        AccessRules access,
        AttributeRules attributes,
        MassChangeLimits limits,
        Path workDirectory) {}
