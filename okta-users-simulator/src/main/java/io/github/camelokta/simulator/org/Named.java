/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Instant;

/**
 * Something in the org that users belong to: a group, an app instance, an identity provider or a user type.
 *
 * @param id the id
 * @param name a group's name, the catalog name of an app ({@code salesforce}), the name of an identity provider or a type
 * @param label what people read
 * @param type {@code OKTA_GROUP}, {@code APP_GROUP} or {@code BUILT_IN} of a group, {@code SAML2} of an identity provider, else
 *     empty
 * @param created when it was made
 */
public record Named(String id, String name, String label, String type, Instant created) {
    /** The type of a group whose members are set by hand and by rules. */
    public static final String OKTA_GROUP = "OKTA_GROUP";
    /** The type of a group that an app imports. */
    public static final String APP_GROUP = "APP_GROUP";
    /** The type of a group that Okta keeps, such as Everyone. */
    public static final String BUILT_IN = "BUILT_IN";
}
