/* SPDX-License-Identifier: Apache-2.0 */
/** From page to page of a list, by the Link header. */
package io.github.camelokta.users.http.paging;
