/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** How a list is read. */
public enum Paging {
    /** Every page into one body. */
    all,
    /** One page. */
    page,
    /** A lazy Iterator over the elements of every page. */
    stream
}
