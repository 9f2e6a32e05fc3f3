/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which org, and who calls: the set of options from one place, and the credentials made from it. A new way to sign in is a
 * class here and a line in {@link io.github.camelokta.users.auth.CredentialsFactory}.
 */
package io.github.camelokta.users.auth;
