/* SPDX-License-Identifier: Apache-2.0 */
/** Reads secrets and private keys from options and files. */
package io.github.camelokta.users.auth.key;
