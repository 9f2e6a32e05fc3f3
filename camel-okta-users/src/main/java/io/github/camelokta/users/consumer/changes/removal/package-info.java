/* SPDX-License-Identifier: Apache-2.0 */
/** Which users were deleted or left the search: sets of known ids, and the comparison with a full listing. */
package io.github.camelokta.users.consumer.changes.removal;
