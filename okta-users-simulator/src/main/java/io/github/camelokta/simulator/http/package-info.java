/* SPDX-License-Identifier: Apache-2.0 */
/** Requests and answers, and how a request finds the code that answers it. */
package io.github.camelokta.simulator.http;
