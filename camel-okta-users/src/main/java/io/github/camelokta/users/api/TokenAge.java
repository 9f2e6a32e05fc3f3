/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.time.Duration;

/**
 * How old a token is that Okta gave, without the token.
 *
 * @param scopes what it is good for, parted by blanks
 * @param age since it was asked for
 * @param left until it is not sent any more; zero if that was before
 */
public record TokenAge(String scopes, Duration age, Duration left) {}
