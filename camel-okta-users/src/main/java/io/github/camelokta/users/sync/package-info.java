/* SPDX-License-Identifier: Apache-2.0 */
/** Directory sync: the state that a directory wants, reached by the fewest legal calls. Everything goes through the pipeline. */
package io.github.camelokta.users.sync;
