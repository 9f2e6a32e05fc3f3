/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.util.List;

/**
 * A page of a listing, cut into the bodies that are delivered.
 *
 * @param bodies one for each element, or one for the whole page
 * @param size the number of elements
 */
public record Page(List<Object> bodies, int size) {}
