/* SPDX-License-Identifier: Apache-2.0 */
/** How requests become changes of the org's state and answers: routes, handlers, JSON. */
package io.github.camelokta.simulator.http;
